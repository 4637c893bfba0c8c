<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message numerus="yes">
        <source> Nor are %n more files in the models folders.</source>
        <translation>
            <numerusform> 模型文件夹中另有 %n 个文件也未使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>The model file {name} is not used. {what}{more}</source>
        <translation>未使用模型文件 {name}。{what}{more}</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>没有应答。</translation>
    </message>
    <message>
        <source>There was no answer within ten minutes.</source>
        <translation>十分钟内没有应答。</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Words of the command</source>
        <translation>命令中的词</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation>没有包含这些词的命令。</translation>
    </message>
    <message>
        <source>Export clip</source>
        <translation>导出片段</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>How large the file will be, tried out</source>
        <translation>试算得出的文件大小</translation>
    </message>
    <message>
        <source>&amp;Whole picture</source>
        <translation>整个画面(&amp;W)</translation>
    </message>
    <message>
        <source>Take back the cut</source>
        <translation>取消裁切</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>在文件夹中显示(&amp;F)</translation>
    </message>
    <message>
        <source>Open the folder the file is in</source>
        <translation>打开文件所在的文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close, stopping a running export  (Esc)</source>
        <translation>关闭并停止正在进行的导出  (Esc)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Write the file  (Enter)</source>
        <translation>写入文件  (Enter)</translation>
    </message>
    <message>
        <source>Prese&amp;t</source>
        <translation>预设(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 像素</translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>at {rate:g} frames per second, the most this format plays</source>
        <translation>每秒 {rate:g} 帧，是此格式的上限</translation>
    </message>
    <message>
        <source>No pictures are in this format.</source>
        <translation>此格式不含画面。</translation>
    </message>
    <message>
        <source>about </source>
        <translation>约 </translation>
    </message>
    <message>
        <source>There is no preview.</source>
        <translation>没有预览。</translation>
    </message>
    <message>
        <source>Choose the folder, now {folder}</source>
        <translation>选择文件夹，当前为 {folder}</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Replace?</source>
        <translation>要替换吗？</translation>
    </message>
    <message>
        <source>{name} already exists.</source>
        <translation>{name} 已存在。</translation>
    </message>
    <message>
        <source>Replace it with this clip?</source>
        <translation>用此片段替换它吗？</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Saved {name} ({size}) in {parent}.</source>
        <translation>已将 {name}（{size}）保存到 {parent}。</translation>
    </message>
    <message>
        <source>The export failed. Details are in the crash log.</source>
        <translation>导出失败。详情见崩溃日志。</translation>
    </message>
    <message>
        <source>The crop as the model made it, or the crop or the whole photo with the photo&apos;s own pixels</source>
        <translation>模型生成的裁剪区，或使用照片自身像素的裁剪区或整张照片</translation>
    </message>
    <message>
        <source>Model   {width} × {height} px</source>
        <translation>模型   {width} × {height} px</translation>
    </message>
    <message>
        <source>Crop   {side} × {side} px</source>
        <translation>裁剪区   {side} × {side} px</translation>
    </message>
    <message>
        <source>Photo   {width} × {height} px</source>
        <translation>照片   {width} × {height} px</translation>
    </message>
    <message>
        <source>Photo, its longer side</source>
        <translation>照片，按长边</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Longer side of the picture</source>
        <translation>画面的长边</translation>
    </message>
    <message>
        <source>This format holds no pictures of another size.</source>
        <translation>此格式不支持其他尺寸。</translation>
    </message>
    <message>
        <source>This model draws, and at its own size only.</source>
        <translation>此模型直接绘制，且只能用自身尺寸。</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>画面尺寸</translation>
    </message>
    <message>
        <source>Choose a frame</source>
        <translation>选择一帧</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>The frame to start from  (Left, Right, Home, End)</source>
        <translation>起始帧  (左、右、Home、End)</translation>
    </message>
    <message>
        <source>&amp;Use this frame</source>
        <translation>使用此帧(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Drive the open photo</source>
        <translation>驱动已打开的照片(&amp;D)</translation>
    </message>
    <message>
        <source>The figure of the open photo moves as the one in this video does</source>
        <translation>已打开照片中的主体会像此视频中那样运动</translation>
    </message>
    <message numerus="yes">
        <source>{name} has %n frames. The clip starts from one of them.</source>
        <translation>
            <numerusform>{name} 有 %n 帧。片段从其中一帧开始。</numerusform>
        </translation>
    </message>
    <message>
        <source>Help – KPVP Studio</source>
        <translation>帮助 – KPVP Studio</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>The documents are not in {folder}. Install the program again to have them.</source>
        <translation>文档不在 {folder} 中。重新安装程序即可恢复。</translation>
    </message>
    <message>
        <source>The authors of the paper released TensorFlow checkpoints in two stages. Each may be a folder, the zip as downloaded, or an .index file. Nothing in them is executed, and they are not changed. Networks that only training needs come along where they are there, so that training can go on from this model.</source>
        <translation>论文作者分两个阶段发布了 TensorFlow 检查点。每个都可以是文件夹、下载的 zip 或 .index 文件。其中的内容不会被执行或更改。只在训练时需要的网络如果存在也会一并导入，以便从此模型继续训练。</translation>
    </message>
    <message>
        <source>Folder, zip or .index file</source>
        <translation>文件夹、zip 或 .index 文件</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>Folder...</source>
        <translation>文件夹...</translation>
    </message>
    <message>
        <source>Zip or .index file...</source>
        <translation>Zip 或 .index 文件...</translation>
    </message>
    <message>
        <source>Checkpoints (*.zip *.index);;All files (*)</source>
        <translation>检查点 (*.zip *.index);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import the authors&apos; checkpoint</source>
        <translation>导入作者的检查点</translation>
    </message>
    <message>
        <source>Stage 1, detector and translator</source>
        <translation>阶段 1，检测器和转换器</translation>
    </message>
    <message>
        <source>Stage 2, motion generator</source>
        <translation>阶段 2，运动生成器</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>Names of the actions</source>
        <translation>动作名称</translation>
    </message>
    <message>
        <source>the paper&apos;s nine, unless you name others: wave, jump</source>
        <translation>默认为论文中的九个，也可自定：wave, jump</translation>
    </message>
    <message>
        <source>Stage &amp;1</source>
        <translation>阶段 &amp;1</translation>
    </message>
    <message>
        <source>Stage &amp;2</source>
        <translation>阶段 &amp;2</translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation>动作(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Choose where stage 1 and stage 2 are.</source>
        <translation>请选择阶段 1 和阶段 2 的位置。</translation>
    </message>
    <message>
        <source>Give the model a name of letters, digits, spaces, dots and dashes.</source>
        <translation>模型名称只能用字母、数字、空格、点和横线。</translation>
    </message>
    <message>
        <source>There is a model called {name} already. Choose another name.</source>
        <translation>已有名为 {name} 的模型。请换一个名称。</translation>
    </message>
    <message>
        <source>Importing...</source>
        <translation>正在导入...</translation>
    </message>
    <message>
        <source>Something went wrong. Details are in {record}.</source>
        <translation>出了问题。详情见 {record}。</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>更改快捷键</translation>
    </message>
    <message>
        <source>Find a command or key</source>
        <translation>查找命令或快捷键</translation>
    </message>
    <message>
        <source>Words of the command, or its key</source>
        <translation>命令中的词或其快捷键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新快捷键</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>无快捷键(&amp;N)</translation>
    </message>
    <message>
        <source>The command has no key then</source>
        <translation>此命令将没有快捷键</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>The key it came with</source>
        <translation>原来的快捷键</translation>
    </message>
    <message>
        <source>&amp;Use it here</source>
        <translation>用在这里(&amp;U)</translation>
    </message>
    <message>
        <source>Take the key away from the other command</source>
        <translation>从另一个命令取走此快捷键</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>全部重置(&amp;A)</translation>
    </message>
    <message>
        <source>All keys as they came</source>
        <translation>全部恢复原来的快捷键</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>{shown} is for {use}. Press another key.</source>
        <translation>{shown} 用于{use}。请按其他键。</translation>
    </message>
    <message>
        <source>{shown} belongs to {other}. Use it here, or press another key.</source>
        <translation>{shown} 属于“{other}”。用在这里，或按其他键。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>&amp;Change keys...</source>
        <translation>更改快捷键(&amp;C)...</translation>
    </message>
    <message>
        <source>Landmark error</source>
        <translation>特征点误差</translation>
    </message>
    <message>
        <source>How far joints read off keypoints are from the true ones</source>
        <translation>由关键点读出的关节与真实关节的距离</translation>
    </message>
    <message>
        <source>PSNR where it moves</source>
        <translation>运动处的 PSNR</translation>
    </message>
    <message>
        <source>Real clips redrawn from their own keypoints</source>
        <translation>用自身关键点重绘的真实片段</translation>
    </message>
    <message>
        <source>… of the photo, unmoved</source>
        <translation>… 静止照片的</translation>
    </message>
    <message>
        <source>What doing nothing would score</source>
        <translation>什么都不做的得分</translation>
    </message>
    <message>
        <source>Mask on the figure</source>
        <translation>主体上的蒙版</translation>
    </message>
    <message>
        <source>Overlap of the mask with the true figure</source>
        <translation>蒙版与真实主体的重叠</translation>
    </message>
    <message>
        <source>Joint error</source>
        <translation>关节误差</translation>
    </message>
    <message>
        <source>Of a pose network, on redrawn real clips</source>
        <translation>由姿态网络在重绘的真实片段上测得</translation>
    </message>
    <message>
        <source>Actions recognised</source>
        <translation>动作识别率</translation>
    </message>
    <message>
        <source>By a classifier, in imagined clips</source>
        <translation>由分类器在想象片段上测得</translation>
    </message>
    <message>
        <source>… in real clips</source>
        <translation>… 真实片段的</translation>
    </message>
    <message>
        <source>By the same classifier</source>
        <translation>由同一分类器测得</translation>
    </message>
    <message>
        <source>Best of ten futures</source>
        <translation>十个未来中的最佳</translation>
    </message>
    <message>
        <source>Distance of the nearest of ten to what really followed</source>
        <translation>十个中最近的一个与真实后续的距离</translation>
    </message>
    <message>
        <source>Spread of futures</source>
        <translation>未来的差异</translation>
    </message>
    <message>
        <source>How far futures of one photo are from each other</source>
        <translation>同一张照片的未来彼此相差多少</translation>
    </message>
    <message>
        <source>… of real clips</source>
        <translation>… 真实片段的</translation>
    </message>
    <message>
        <source>The same for real clips of one action</source>
        <translation>同一动作的真实片段的差异</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>测量片段数</translation>
    </message>
    <message>
        <source>Held out from training</source>
        <translation>未用于训练</translation>
    </message>
    <message>
        <source>Open the folder that its file is in</source>
        <translation>打开其文件所在的文件夹</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>It does not say what it learned from.</source>
        <translation>未说明它学习了什么。</translation>
    </message>
    <message>
        <source>in its card</source>
        <translation>卡片中</translation>
    </message>
    <message>
        <source>measured now</source>
        <translation>刚测得</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> 等另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>its file is gone</source>
        <translation>文件已不存在</translation>
    </message>
    <message>
        <source>moves the photo&apos;s own pixels</source>
        <translation>移动照片自身的像素</translation>
    </message>
    <message>
        <source>draws all pixels</source>
        <translation>绘制全部像素</translation>
    </message>
    <message>
        <source>{image_size} px</source>
        <translation>{image_size} px</translation>
    </message>
    <message>
        <source>{rate:g} frames per second</source>
        <translation>每秒 {rate:g} 帧</translation>
    </message>
    <message>
        <source>made {created}</source>
        <translation>创建于 {created}</translation>
    </message>
    <message>
        <source>licence {licence}</source>
        <translation>许可证 {licence}</translation>
    </message>
    <message>
        <source>{parts}
Actions: {actions}{more}</source>
        <translation>{parts}
动作：{actions}{more}</translation>
    </message>
    <message>
        <source>Models that came with the program stay as they are</source>
        <translation>随程序提供的模型保持不变</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>&amp;Add a model...</source>
        <translation>添加模型(&amp;A)...</translation>
    </message>
    <message>
        <source>Choose a model&apos;s file, or drop one here</source>
        <translation>选择模型文件，或拖放到这里</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>Make clips with this model</source>
        <translation>用此模型生成片段</translation>
    </message>
    <message>
        <source>Re&amp;name...</source>
        <translation>重命名(&amp;N)...</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Evaluate</source>
        <translation>评估(&amp;E)</translation>
    </message>
    <message>
        <source>Fine-&amp;tune...</source>
        <translation>微调(&amp;T)...</translation>
    </message>
    <message>
        <source>Train it further on other clips</source>
        <translation>用其他片段继续训练</translation>
    </message>
    <message>
        <source>or drop its file here</source>
        <translation>或把文件拖放到这里</translation>
    </message>
    <message>
        <source>Close  (Esc)</source>
        <translation>关闭  (Esc)</translation>
    </message>
    <message>
        <source> (in use)</source>
        <translation> （使用中）</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>随程序提供</translation>
    </message>
    <message>
        <source>Give it another name</source>
        <translation>换一个名称</translation>
    </message>
    <message>
        <source>Delete it; this can be undone</source>
        <translation>删除；可以撤销</translation>
    </message>
    <message>
        <source>Stop &amp;evaluating</source>
        <translation>停止评估(&amp;E)</translation>
    </message>
    <message numerus="yes">
        <source>Measure it on %n held-out clips, or on a folder of clips</source>
        <translation>
            <numerusform>在 %n 个留出片段或一个片段文件夹上测量</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>Models (*{suffix})</source>
        <translation>模型 (*{suffix})</translation>
    </message>
    <message>
        <source>Rename the model</source>
        <translation>重命名模型</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{model} was deleted.</source>
        <translation>已删除 {model}。</translation>
    </message>
    <message>
        <source>Clips to measure on, a folder for each action</source>
        <translation>用于测量的片段，每个动作一个文件夹</translation>
    </message>
    <message>
        <source>{model} is measured on clips of {name}…</source>
        <translation>正在 {name} 的片段上测量 {model}…</translation>
    </message>
    <message>
        <source>It could not be measured. {words}</source>
        <translation>无法测量。{words}</translation>
    </message>
    <message>
        <source>Keypoints (*.csv *.json);;All files (*)</source>
        <translation>关键点 (*.csv *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import trajectories</source>
        <translation>导入轨迹</translation>
    </message>
    <message>
        <source>Picture (*.png);;Page (*.pdf)</source>
        <translation>图片 (*.png);;页面 (*.pdf)</translation>
    </message>
    <message>
        <source>Save figure</source>
        <translation>保存图示</translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}.</source>
        <translation>无法写入 {name}：{reason}。</translation>
    </message>
    <message>
        <source>Choose another folder or name.</source>
        <translation>请选择其他文件夹或名称。</translation>
    </message>
    <message>
        <source>Fastest there is</source>
        <translation>最快的设备</translation>
    </message>
    <message>
        <source>NVIDIA GPU (CUDA)</source>
        <translation>NVIDIA GPU (CUDA)</translation>
    </message>
    <message>
        <source>Apple GPU (MPS)</source>
        <translation>Apple GPU (MPS)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language of menus and texts</source>
        <translation>菜单和文字的语言</translation>
    </message>
    <message>
        <source>Where the networks run</source>
        <translation>网络在哪里运行</translation>
    </message>
    <message>
        <source>&amp;Open models folder</source>
        <translation>打开模型文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>Model files put there are found at the next start</source>
        <translation>放入其中的模型文件会在下次启动时找到</translation>
    </message>
    <message>
        <source>Change &amp;keys...</source>
        <translation>更改快捷键(&amp;K)...</translation>
    </message>
    <message>
        <source>Language and device take effect at the next start.</source>
        <translation>语言和设备在下次启动时生效。</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>设备(&amp;D)</translation>
    </message>
    <message>
        <source>Your models</source>
        <translation>我的模型</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Reading what can be trained…</source>
        <translation>正在读取可训练的内容…</translation>
    </message>
    <message>
        <source>What the model will be called in the list of models</source>
        <translation>模型在模型列表中的名称</translation>
    </message>
    <message>
        <source>What its pictures show, in a sentence (may stay empty)</source>
        <translation>用一句话说明画面内容（可留空）</translation>
    </message>
    <message>
        <source>Said in the model&apos;s card and beside the list of models</source>
        <translation>显示在模型卡片中和模型列表旁</translation>
    </message>
    <message>
        <source>What its pictures show</source>
        <translation>画面内容</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>开始训练(&amp;S)</translation>
    </message>
    <message>
        <source>Start training in a process of its own; this window stays free  (Enter)</source>
        <translation>在独立进程中训练；此窗口仍可使用  (Enter)</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>画面(&amp;P)</translation>
    </message>
    <message>
        <source>Start f&amp;rom</source>
        <translation>起点(&amp;R)</translation>
    </message>
    <message>
        <source>What can be trained could not be read: {error}</source>
        <translation>无法读取可训练的内容：{error}</translation>
    </message>
    <message>
        <source>The settings of {name} could not be read.</source>
        <translation>无法读取 {name} 的设置。</translation>
    </message>
    <message>
        <source>The settings of the run {name}, as it was started.</source>
        <translation>训练 {name} 启动时的设置。</translation>
    </message>
    <message>
        <source>As “{title}”</source>
        <translation>同“{title}”</translation>
    </message>
    <message>
        <source>For: {suits}</source>
        <translation>适用于：{suits}</translation>
    </message>
    <message>
        <source>Path of a folder, or “{source}” to try it</source>
        <translation>文件夹路径，或用“{source}”试试</translation>
    </message>
    <message>
        <source>Give the model a name.</source>
        <translation>请给模型起个名称。</translation>
    </message>
    <message>
        <source>Looking at the clips…</source>
        <translation>正在查看片段…</translation>
    </message>
    <message>
        <source>Checking the settings…</source>
        <translation>正在检查设置…</translation>
    </message>
    <message>
        <source>The time could not be estimated.</source>
        <translation>无法估计所需时间。</translation>
    </message>
    <message>
        <source>A drawn world: its clips are drawn before training begins, and kept.</source>
        <translation>绘制的世界：其片段在训练前绘制并保留。</translation>
    </message>
    <message>
        <source>Choose a &amp;folder...</source>
        <translation>选择文件夹(&amp;F)...</translation>
    </message>
    <message>
        <source>A folder of clips, or of one folder of clips for every class</source>
        <translation>片段文件夹，或每类一个片段文件夹</translation>
    </message>
    <message>
        <source>Drawn &amp;world</source>
        <translation>绘制的世界(&amp;W)</translation>
    </message>
    <message>
        <source>Clips that are drawn as they are needed: no data of one&apos;s own</source>
        <translation>按需绘制的片段：无需自己的数据</translation>
    </message>
    <message>
        <source>C&amp;haracters...</source>
        <translation>角色(&amp;H)...</translation>
    </message>
    <message>
        <source>Path of a folder, or the name of a world</source>
        <translation>文件夹路径或世界名称</translation>
    </message>
    <message>
        <source>Folder of clips, or name of a world</source>
        <translation>片段文件夹或世界名称</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Choose a folder of clips.</source>
        <translation>请选择片段文件夹。</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>没有此文件夹。</translation>
    </message>
    <message>
        <source>There is no clip in this folder that can be used.</source>
        <translation>此文件夹中没有可用的片段。</translation>
    </message>
    <message>
        <source>Rigged characters are taken from {characters}</source>
        <translation>带骨骼的角色取自 {characters}</translation>
    </message>
    <message>
        <source>A folder of rigged characters (.glb) for worlds that draw them</source>
        <translation>带骨骼角色 (.glb) 的文件夹，供世界绘制</translation>
    </message>
    <message>
        <source>A photo, an action and a latent go in; a clip whose every part can be seen comes out. The networks find keypoints in the photo, imagine how they move, and draw each frame from them. Everything runs on this machine.</source>
        <translation>输入一张照片、一个动作和一个潜变量，输出一个每一部分都可查看的片段。网络在照片中找到关键点，想象它们如何运动，并据此绘制每一帧。一切都在本机运行。</translation>
    </message>
    <message>
        <source>About KPVP Studio</source>
        <translation>关于 KPVP Studio</translation>
    </message>
    <message>
        <source>Licensed under Apache-2.0</source>
        <translation>以 Apache-2.0 许可发布</translation>
    </message>
    <message>
        <source>Crash log: {path}</source>
        <translation>崩溃日志：{path}</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>复制详情(&amp;C)</translation>
    </message>
    <message>
        <source>What is installed, and what is wrong with it, for the clipboard</source>
        <translation>把已安装的内容及其问题复制到剪贴板</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>程序(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>许可证(&amp;L)</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>程序的组成部分</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可证全文</translation>
    </message>
    <message>
        <source>Choose a part to read its licence.</source>
        <translation>选择一个组成部分以阅读其许可证。</translation>
    </message>
    <message>
        <source>The list could not be made: {error}</source>
        <translation>无法生成列表：{error}</translation>
    </message>
    <message>
        <source>Left out: {first}</source>
        <translation>已略过：{first}</translation>
    </message>
    <message numerus="yes">
        <source> (and %n more)</source>
        <translation>
            <numerusform> （另有 %n 个）</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop a folder of clips here

One folder for every class, or just clips</source>
        <translation>把片段文件夹拖放到这里

每类一个文件夹，或只有片段</translation>
    </message>
    <message>
        <source>A folder of clips</source>
        <translation>片段文件夹</translation>
    </message>
    <message>
        <source>A folder of rigged characters</source>
        <translation>带骨骼角色的文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n clips, </source>
        <translation>
            <numerusform>%n 个片段， </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n classes: {many}</source>
        <translation>
            <numerusform>%n 类：{many}</numerusform>
        </translation>
    </message>
    <message>
        <source>no classes</source>
        <translation>无分类</translation>
    </message>
    <message>
        <source>{shortest} to {longest}, mostly about {most:g}</source>
        <translation>{shortest} 至 {longest}，多为约 {most:g}</translation>
    </message>
    <message>
        <source>{lengths} frames a clip · {rates}{sizes}</source>
        <translation>每个片段 {lengths} 帧 · {rates}{sizes}</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 和 </translation>
    </message>
    <message>
        <source>{rates} fps · </source>
        <translation>{rates} 帧/秒 · </translation>
    </message>
    <message>
        <source> and others</source>
        <translation> 等</translation>
    </message>
    <message>
        <source>Contact sheet of the clips</source>
        <translation>片段总览图</translation>
    </message>
    <message>
        <source>Step 1: detector and translator</source>
        <translation>步骤 1：检测器和转换器</translation>
    </message>
    <message>
        <source>Step 3: motion generator</source>
        <translation>步骤 3：运动生成器</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Reports and checkpoints</source>
        <translation>报告和检查点</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>{section}, expert settings</source>
        <translation>{section}，专家设置</translation>
    </message>
    <message>
        <source>, by default {default}{unit}</source>
        <translation>，默认 {default}{unit}</translation>
    </message>
    <message>
        <source>All networks begin with random weights.</source>
        <translation>所有网络从随机权重开始。</translation>
    </message>
    <message>
        <source>Fine-tuning: the networks begin as this model&apos;s where their sizes agree. Discriminators and optimizers start afresh.</source>
        <translation>微调：尺寸一致的网络从此模型开始。判别器和优化器重新开始。</translation>
    </message>
    <message>
        <source>Fine-tuning with everything: networks, averages, discriminators and optimizers go on where sizes agree; steps count from 0.</source>
        <translation>完整微调：尺寸一致的网络、平均值、判别器和优化器继续；步数从 0 计。</translation>
    </message>
    <message>
        <source>Begin with random weights, or fine-tune what was trained before</source>
        <translation>从随机权重开始，或微调以前训练的内容</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Nothing: new networks</source>
        <translation>无：新网络</translation>
    </message>
    <message>
        <source>Model: {title}</source>
        <translation>模型：{title}</translation>
    </message>
    <message>
        <source>Run: {title} ({state})</source>
        <translation>训练：{title}（{state}）</translation>
    </message>
    <message>
        <source>Run: {title}</source>
        <translation>训练：{title}</translation>
    </message>
    <message numerus="yes">
        <source>storyboard of %n</source>
        <translation>
            <numerusform>%n 个动作的分镜</numerusform>
        </translation>
    </message>
    <message>
        <source>own z</source>
        <translation>自定 z</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <source>driven by {driver}</source>
        <translation>由 {driver} 驱动</translation>
    </message>
    <message>
        <source>edited · {seed}</source>
        <translation>已编辑 · {seed}</translation>
    </message>
    <message>
        <source>The clip is whole.</source>
        <translation>片段已完整。</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>Crop to the figure</source>
        <translation>裁剪到主体</translation>
    </message>
    <message>
        <source>Move crop</source>
        <translation>移动裁剪区</translation>
    </message>
    <message>
        <source>Choose model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Choose action</source>
        <translation>选择动作</translation>
    </message>
    <message>
        <source>Choose seed</source>
        <translation>选择种子</translation>
    </message>
    <message>
        <source>Choose z</source>
        <translation>选择 z</translation>
    </message>
    <message>
        <source>Move between futures</source>
        <translation>在未来之间移动</translation>
    </message>
    <message>
        <source>Reuse inputs</source>
        <translation>重用输入</translation>
    </message>
    <message>
        <source>New future</source>
        <translation>新的未来</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>加星标</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>移除星标</translation>
    </message>
    <message>
        <source>There was not enough memory for this.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation>请关闭其他程序，或选择较小的模型。</translation>
    </message>
    <message>
        <source>keypoint {k}</source>
        <translation>关键点 {k}</translation>
    </message>
    <message>
        <source>Bend motion</source>
        <translation>弯曲运动</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Change speed</source>
        <translation>改变速度</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>反转</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>There is no clip to take trajectories over.</source>
        <translation>没有可以套用轨迹的片段。</translation>
    </message>
    <message>
        <source>Make one first.</source>
        <translation>请先生成一个。</translation>
    </message>
    <message numerus="yes">
        <source>{name} has %n keypoints, this model {count}.</source>
        <translation>
            <numerusform>{name} 有 %n 个关键点，此模型有 {count} 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file that was exported with the same model.</source>
        <translation>请选择用同一模型导出的文件。</translation>
    </message>
    <message>
        <source>Drive by video</source>
        <translation>用视频驱动</translation>
    </message>
    <message>
        <source>There is no photo yet.</source>
        <translation>还没有照片。</translation>
    </message>
    <message>
        <source>Drop one, paste one, or choose a sample.</source>
        <translation>请拖入、粘贴，或选择示例。</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>没有安装模型。</translation>
    </message>
    <message>
        <source>Put a model file into the models folder and start the studio again.</source>
        <translation>请把模型文件放入模型文件夹，然后重新启动。</translation>
    </message>
    <message>
        <source>mean future</source>
        <translation>平均未来</translation>
    </message>
    <message>
        <source>The seed is locked, and its future is here already.</source>
        <translation>种子已锁定，对应的未来已经在这里。</translation>
    </message>
    <message>
        <source>Unlock the seed for another one.</source>
        <translation>解锁种子即可得到另一个。</translation>
    </message>
    <message>
        <source>Something went wrong inside the studio; your work is intact.</source>
        <translation>程序内部出了问题；已有的工作完好无损。</translation>
    </message>
    <message>
        <source>Details are in {log_path}.</source>
        <translation>详情见 {log_path}。</translation>
    </message>
    <message>
        <source>Rename future</source>
        <translation>重命名未来</translation>
    </message>
    <message>
        <source>Delete future</source>
        <translation>删除未来</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n futures</source>
        <translation>
            <numerusform>删除 %n 个未来</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no clip whose photo the video could drive.</source>
        <translation>没有可供视频驱动的照片片段。</translation>
    </message>
    <message>
        <source>Open a photo first.</source>
        <translation>请先打开照片。</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>转动</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>匀速</translation>
    </message>
    <message>
        <source>Ease in</source>
        <translation>缓入</translation>
    </message>
    <message>
        <source>Ease out</source>
        <translation>缓出</translation>
    </message>
    <message>
        <source>Ease both</source>
        <translation>缓入缓出</translation>
    </message>
    <message>
        <source>Speed over the clip</source>
        <translation>片段内的速度</translation>
    </message>
    <message>
        <source>Left and right choose a handle, up and down change the speed there.</source>
        <translation>左右键选择控制点，上下键改变该处速度。</translation>
    </message>
    <message>
        <source>Faster above the middle line, slower below; the length stays.</source>
        <translation>中线以上更快，以下更慢；长度不变。</translation>
    </message>
    <message>
        <source>&amp;Change speed</source>
        <translation>改变速度(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit motion</source>
        <translation>编辑运动(&amp;E)</translation>
    </message>
    <message>
        <source>Bend the motion: drag keypoints, or their curves</source>
        <translation>弯曲运动：拖动关键点或其曲线</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>How many frames before and after follow a bend</source>
        <translation>前后多少帧随之弯曲</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>邻近</translation>
    </message>
    <message>
        <source>How far around keypoints that move alike follow a bend</source>
        <translation>多大范围内运动相似的关键点随之弯曲</translation>
    </message>
    <message>
        <source>of the selection, or of all</source>
        <translation>（所选或全部）</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>固定(&amp;P)</translation>
    </message>
    <message>
        <source>Pin: the selection stays put</source>
        <translation>固定：所选关键点保持原位</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>隐藏(&amp;H)</translation>
    </message>
    <message>
        <source>Hide the selection</source>
        <translation>隐藏所选</translation>
    </message>
    <message>
        <source>S&amp;olo</source>
        <translation>单独显示(&amp;O)</translation>
    </message>
    <message>
        <source>Show the selection alone</source>
        <translation>只显示所选</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>全部显示(&amp;A)</translation>
    </message>
    <message>
        <source>Show all keypoints</source>
        <translation>显示所有关键点</translation>
    </message>
    <message>
        <source>&amp;Name...</source>
        <translation>命名(&amp;N)...</translation>
    </message>
    <message>
        <source>Name the keypoint, or the group</source>
        <translation>给关键点或组命名</translation>
    </message>
    <message>
        <source>S&amp;mooth motion</source>
        <translation>平滑运动(&amp;M)</translation>
    </message>
    <message>
        <source>Smooth the motion {whole}</source>
        <translation>平滑运动{whole}</translation>
    </message>
    <message>
        <source>&amp;Speed...</source>
        <translation>速度(&amp;S)...</translation>
    </message>
    <message>
        <source>Change the speed {whole}</source>
        <translation>改变速度{whole}</translation>
    </message>
    <message>
        <source>&amp;Reverse</source>
        <translation>反转(&amp;R)</translation>
    </message>
    <message>
        <source>Reverse the motion {whole}</source>
        <translation>反转运动{whole}</translation>
    </message>
    <message>
        <source>M&amp;irror</source>
        <translation>镜像(&amp;I)</translation>
    </message>
    <message>
        <source>Mirror the motion: what the right did, the left does</source>
        <translation>镜像运动：右边做过的，左边来做</translation>
    </message>
    <message>
        <source>Ho&amp;ld</source>
        <translation>保持(&amp;L)</translation>
    </message>
    <message>
        <source>Hold the pose at the playhead for as many frames as the reach</source>
        <translation>在播放头处保持姿势，帧数等于范围</translation>
    </message>
    <message>
        <source>Loo&amp;p</source>
        <translation>循环(&amp;P)</translation>
    </message>
    <message>
        <source>Loop: the last frames, as many as the reach, lead back to the first</source>
        <translation>循环：与范围等长的最后几帧回到第一帧</translation>
    </message>
    <message>
        <source>Reset &amp;to original</source>
        <translation>恢复原状(&amp;T)</translation>
    </message>
    <message>
        <source>Reset the selection, or all, to the original</source>
        <translation>把所选或全部恢复原状</translation>
    </message>
    <message>
        <source>Import tra&amp;jectories...</source>
        <translation>导入轨迹(&amp;J)...</translation>
    </message>
    <message>
        <source>Trajectories from a .csv or .json, as File &gt; Export clip writes them</source>
        <translation>来自 .csv 或 .json 的轨迹，与“文件 &gt; 导出片段”写出的相同</translation>
    </message>
    <message>
        <source>Trails</source>
        <translation>轨迹线</translation>
    </message>
    <message>
        <source>How many frames trails go back</source>
        <translation>轨迹线向前回溯多少帧</translation>
    </message>
    <message>
        <source>Length of trails</source>
        <translation>轨迹线长度</translation>
    </message>
    <message>
        <source>Name the keypoint</source>
        <translation>给关键点命名</translation>
    </message>
    <message>
        <source>Name the group</source>
        <translation>给组命名</translation>
    </message>
    <message>
        <source>Keypoint {keypoint} is</source>
        <translation>关键点 {keypoint} 是</translation>
    </message>
    <message numerus="yes">
        <source>These %n keypoints are</source>
        <translation>
            <numerusform>这 %n 个关键点是</numerusform>
        </translation>
    </message>
    <message>
        <source>Name the selection...</source>
        <translation>给所选命名...</translation>
    </message>
    <message>
        <source>Forget a group</source>
        <translation>移除一个组</translation>
    </message>
    <message>
        <source>Clip at rank {rank} of {count}</source>
        <translation>第 {rank} 位的片段，共 {count} 个</translation>
    </message>
    <message>
        <source>Clips in order, the best at the left</source>
        <translation>按顺序排列的片段，最好的在左</translation>
    </message>
    <message>
        <source>It could not be started: {errorString}.</source>
        <translation>无法启动：{errorString}。</translation>
    </message>
    <message>
        <source>Evaluate models – KPVP Studio</source>
        <translation>评估模型 – KPVP Studio</translation>
    </message>
    <message>
        <source>Worlds</source>
        <translation>世界</translation>
    </message>
    <message>
        <source> clips</source>
        <translation> 个片段</translation>
    </message>
    <message>
        <source>Held-out clips of each world; 90 are ten of each action</source>
        <translation>每个世界的留出片段；90 即每个动作十个</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>种子 </translation>
    </message>
    <message>
        <source>A new folder, or one of a report to go on with</source>
        <translation>新文件夹，或要继续的报告文件夹</translation>
    </message>
    <message>
        <source>For FVD: a TorchScript file of I3D, if you have one</source>
        <translation>用于 FVD：I3D 的 TorchScript 文件（如果有）</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Folder of the report</source>
        <translation>报告文件夹</translation>
    </message>
    <message>
        <source>I3D file</source>
        <translation>I3D 文件</translation>
    </message>
    <message>
        <source>A report is being made</source>
        <translation>正在生成报告</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Open report</source>
        <translation>打开报告(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Rank its clips blind</source>
        <translation>盲评其片段(&amp;R)</translation>
    </message>
    <message>
        <source>What is measured is kept; the same settings go on with it</source>
        <translation>测量结果会保留；相同设置可继续</translation>
    </message>
    <message>
        <source>In the browser; it is one file that you can give away</source>
        <translation>在浏览器中；是一个可以分享的文件</translation>
    </message>
    <message>
        <source>Browse...</source>
        <translation>浏览...</translation>
    </message>
    <message>
        <source>{name}: browse</source>
        <translation>{name}：浏览</translation>
    </message>
    <message>
        <source>Stopped. What was measured is kept.</source>
        <translation>已停止。测量结果已保留。</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>The report is {page}.</source>
        <translation>报告位于 {page}。</translation>
    </message>
    <message>
        <source>Tick the models to compare and a world that they know, and choose a folder.</source>
        <translation>勾选要比较的模型和它们认识的世界，并选择文件夹。</translation>
    </message>
    <message>
        <source>Two models or more are compared, and get a user study of the same clips.</source>
        <translation>比较两个或更多模型，并用相同片段生成用户研究。</translation>
    </message>
    <message>
        <source>TorchScript (*.pt);;All files (*)</source>
        <translation>TorchScript (*.pt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Mean rank</source>
        <translation>平均名次</translation>
    </message>
    <message>
        <source>95 % of the mean</source>
        <translation>均值的 95 %</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一</translation>
    </message>
    <message>
        <source>Rankings</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>更受偏好</translation>
    </message>
    <message>
        <source>To</source>
        <translation>相对于</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>总数</translation>
    </message>
    <message>
        <source>Mean ranks</source>
        <translation>平均名次</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>To the ranking</source>
        <translation>回到排名</translation>
    </message>
    <message>
        <source>&amp;Page for raters...</source>
        <translation>评分者页面(&amp;P)...</translation>
    </message>
    <message>
        <source>One HTML file for raters who have only a browser</source>
        <translation>供只有浏览器的评分者使用的 HTML 文件</translation>
    </message>
    <message>
        <source>&amp;Add rankings...</source>
        <translation>添加排名(&amp;A)...</translation>
    </message>
    <message>
        <source>Take in the files that the page gave to raters</source>
        <translation>读入页面交给评分者的文件</translation>
    </message>
    <message>
        <source>&amp;Save table...</source>
        <translation>保存表格(&amp;S)...</translation>
    </message>
    <message>
        <source>Every rank as a line of a CSV file</source>
        <translation>每个名次为 CSV 文件的一行</translation>
    </message>
    <message>
        <source>Mean ranks, 1 is best</source>
        <translation>平均名次，1 为最好</translation>
    </message>
    <message numerus="yes">
        <source>%n trials</source>
        <translation>
            <numerusform>%n 道题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n raters</source>
        <translation>
            <numerusform>%n 位评分者</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rankings</source>
        <translation>
            <numerusform>%n 个排名</numerusform>
        </translation>
    </message>
    <message>
        <source>. Nobody has ranked anything yet.</source>
        <translation>。还没有人排名。</translation>
    </message>
    <message>
        <source>  Left out: {files}.</source>
        <translation>  已略过：{files}。</translation>
    </message>
    <message>
        <source>{low:.2f} to {high:.2f}</source>
        <translation>{low:.2f} 至 {high:.2f}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
    <message>
        <source>Drag a clip, or Tab to it and press ← →.  Space pauses, Enter goes on.</source>
        <translation>拖动片段，或用 Tab 选中后按 ← →。  空格暂停，Enter 继续。</translation>
    </message>
    <message>
        <source>{title} – KPVP Studio</source>
        <translation>{title} – KPVP Studio</translation>
    </message>
    <message>
        <source>You will see a photo and clips that were made from it, in no particular order. Put them in order, the best at the left. Every ranking is kept at once; you can stop at any time and go on later under the same name.</source>
        <translation>接下来会看到一张照片和由它生成的片段，顺序随机。请排序，最好的放在左边。每个排名都会立即保存；可以随时停止，以后用同一名字继续。</translation>
    </message>
    <message>
        <source>Your name or initials</source>
        <translation>姓名或缩写</translation>
    </message>
    <message>
        <source>Your name or initials, if you like</source>
        <translation>姓名或缩写（可选）</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>开始(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>结果(&amp;R)</translation>
    </message>
    <message>
        <source>Mean ranks and preferences so far; a rater should not look before ranking</source>
        <translation>目前的平均名次和偏好；评分者排名前不应查看</translation>
    </message>
    <message>
        <source>Trials ranked</source>
        <translation>已排名的题目</translation>
    </message>
    <message>
        <source>The photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最好</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>最差</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>This order is &amp;right</source>
        <translation>顺序正确(&amp;R)</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>谢谢。</translation>
    </message>
    <message>
        <source>Every ranking is kept. Another rater can begin, or you again.</source>
        <translation>所有排名已保存。可由另一位评分者或同一人再次开始。</translation>
    </message>
    <message>
        <source>&amp;Another rater</source>
        <translation>下一位评分者(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>{position} of {count}</source>
        <translation>{position} / {count}</translation>
    </message>
    <message>
        <source>Save every rank</source>
        <translation>保存所有名次</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Page for raters</source>
        <translation>评分者页面</translation>
    </message>
    <message>
        <source>Page (*.html)</source>
        <translation>页面 (*.html)</translation>
    </message>
    <message>
        <source>Rankings that raters sent back</source>
        <translation>评分者交回的排名</translation>
    </message>
    <message>
        <source>Rankings (*.json)</source>
        <translation>排名 (*.json)</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>打开研究</translation>
    </message>
    <message>
        <source>Studies ({file})</source>
        <translation>研究 ({file})</translation>
    </message>
    <message>
        <source>Back and forth</source>
        <translation>往复</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>Small GIF</source>
        <translation>小 GIF</translation>
    </message>
    <message>
        <source>Fine GIF</source>
        <translation>精细 GIF</translation>
    </message>
    <message>
        <source>MP4, enlarged</source>
        <translation>MP4，放大</translation>
    </message>
    <message>
        <source>MP4 in the whole photo</source>
        <translation>MP4，含整张照片</translation>
    </message>
    <message>
        <source>MP4 beside the photo</source>
        <translation>MP4，与照片并排</translation>
    </message>
    <message>
        <source>MP4 with its parts</source>
        <translation>MP4，含各组成部分</translation>
    </message>
    <message>
        <source>The paper&apos;s figure</source>
        <translation>论文图示</translation>
    </message>
    <message>
        <source>There is no finished clip to export.</source>
        <translation>没有可导出的完整片段。</translation>
    </message>
    <message>
        <source>No future has a star.</source>
        <translation>没有加星标的未来。</translation>
    </message>
    <message>
        <source>Star the ones to export first.</source>
        <translation>请先给要导出的加星标。</translation>
    </message>
    <message>
        <source>Futures are being exported already.</source>
        <translation>已在导出未来。</translation>
    </message>
    <message>
        <source>Wait for them, or stop that first.</source>
        <translation>请等待，或先停止导出。</translation>
    </message>
    <message>
        <source>There is no finished clip to copy.</source>
        <translation>没有可复制的完整片段。</translation>
    </message>
    <message>
        <source>Copied {name}</source>
        <translation>已复制 {name}</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>正在复制…</translation>
    </message>
    <message>
        <source>This is drawn at the model&apos;s size only</source>
        <translation>只能按模型尺寸绘制</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Synthesized, mask and keypoints</source>
        <translation>合成图、蒙版和关键点</translation>
    </message>
    <message>
        <source>Ordered dither</source>
        <translation>有序抖动</translation>
    </message>
    <message>
        <source>Diffused dither</source>
        <translation>扩散抖动</translation>
    </message>
    <message>
        <source>No dither</source>
        <translation>无抖动</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>格式(&amp;R)</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>尺寸(&amp;Z)</translation>
    </message>
    <message>
        <source>En&amp;large</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Beside it</source>
        <translation>并排内容(&amp;B)</translation>
    </message>
    <message>
        <source>Frames per &amp;second</source>
        <translation>每秒帧数(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>Overlays</source>
        <translation>叠加层</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>How often the picture is enlarged</source>
        <translation>画面放大的倍数</translation>
    </message>
    <message>
        <source>What stands beside every frame</source>
        <translation>每帧旁边显示的内容</translation>
    </message>
    <message>
        <source>The clip was made for {own:g} frames per second: more is faster</source>
        <translation>片段按每秒 {own:g} 帧生成：更多则更快</translation>
    </message>
    <message>
        <source>How the file plays</source>
        <translation>文件的播放方式</translation>
    </message>
    <message>
        <source>Colours of the file&apos;s palette: fewer make it smaller</source>
        <translation>调色板颜色数：越少文件越小</translation>
    </message>
    <message>
        <source>How colours are mixed</source>
        <translation>颜色的混合方式</translation>
    </message>
    <message>
        <source>Draw over the frames: {name}</source>
        <translation>在帧上绘制：{name}</translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <translation>选择预设</translation>
    </message>
    <message>
        <source>Settings by a name</source>
        <translation>已命名的设置</translation>
    </message>
    <message>
        <source>&amp;Keep these settings as a preset...</source>
        <translation>把这些设置存为预设(&amp;K)...</translation>
    </message>
    <message>
        <source>&amp;Delete this preset</source>
        <translation>删除此预设(&amp;D)</translation>
    </message>
    <message>
        <source>Keep or delete a preset</source>
        <translation>保存或删除预设</translation>
    </message>
    <message>
        <source>Keep as a preset</source>
        <translation>存为预设</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>预设名称</translation>
    </message>
    <message>
        <source>Preview of the file</source>
        <translation>文件预览</translation>
    </message>
    <message>
        <source>Drag over a part to keep that part alone</source>
        <translation>在画面上拖动以只保留该部分</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>its frames are made again</source>
        <translation>正在重新生成帧</translation>
    </message>
    <message>
        <source>is written</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Export futures</source>
        <translation>导出未来</translation>
    </message>
    <message>
        <source>Export future</source>
        <translation>导出未来</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>The clips and how far they are</source>
        <translation>片段及其进度</translation>
    </message>
    <message>
        <source>Progress of all exports</source>
        <translation>总进度</translation>
    </message>
    <message>
        <source>&amp;Export all</source>
        <translation>全部导出(&amp;E)</translation>
    </message>
    <message numerus="yes">
        <source>Export %n futures</source>
        <translation>
            <numerusform>导出 %n 个未来</numerusform>
        </translation>
    </message>
    <message>
        <source>Export one future</source>
        <translation>导出一个未来</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>{written} of %n written</source>
        <translation>
            <numerusform>已写入 {written} / %n</numerusform>
        </translation>
    </message>
    <message>
        <source> · {in_words} left</source>
        <translation> · 还需{in_words}</translation>
    </message>
    <message>
        <source>about {number} s</source>
        <translation>约 {number} 秒</translation>
    </message>
    <message>
        <source>about {number} min</source>
        <translation>约 {number} 分钟</translation>
    </message>
    <message>
        <source>about {hours:.1f} h</source>
        <translation>约 {hours:.1f} 小时</translation>
    </message>
    <message>
        <source>Put two to four futures of this model side by side first: “Compare” in a tile&apos;s menu.</source>
        <translation>请先把此模型的两到四个未来并排：图块菜单中的“比较”。</translation>
    </message>
    <message>
        <source>Between futures</source>
        <translation>未来之间</translation>
    </message>
    <message>
        <source>Arrow keys move between the pinned futures; Shift makes the steps small.</source>
        <translation>方向键在固定的未来之间移动；Shift 使步幅变小。</translation>
    </message>
    <message>
        <source>Compared clips</source>
        <translation>比较的片段</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>Two to four clips stand here side by side.
Choose “Compare” from the menu of a tile for each of them.</source>
        <translation>这里并排显示两到四个片段。
请在每个图块的菜单中选择“比较”。</translation>
    </message>
    <message>
        <source>Take this clip out of the comparison</source>
        <translation>把此片段移出比较</translation>
    </message>
    <message>
        <source>Every clip beside the others</source>
        <translation>所有片段并排</translation>
    </message>
    <message>
        <source>All in one picture: drag the line between them</source>
        <translation>合在一个画面中：拖动分界线</translation>
    </message>
    <message>
        <source>What differs from the first, three times enlarged</source>
        <translation>与第一个的差异，放大三倍</translation>
    </message>
    <message>
        <source>Drag a point between the futures, and see what lies there</source>
        <translation>在未来之间拖动一点，看看那里是什么</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>之间</translation>
    </message>
    <message>
        <source>What followed the photo in its video, with PSNR, SSIM and keypoint error of each frame</source>
        <translation>视频中照片之后的真实内容，含每帧的 PSNR、SSIM 和关键点误差</translation>
    </message>
    <message>
        <source>Real clip</source>
        <translation>真实片段</translation>
    </message>
    <message numerus="yes">
        <source>%n actions, {columns} seeds each</source>
        <translation>
            <numerusform>%n 个动作，各 {columns} 个种子</numerusform>
        </translation>
    </message>
    <message>
        <source>One action, 16 seeds</source>
        <translation>一个动作，16 个种子</translation>
    </message>
    <message>
        <source>More like the first one</source>
        <translation>更多类似第一个</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Words of a future: its action, seed, photo or model</source>
        <translation>未来的关键词：动作、种子、照片或模型</translation>
    </message>
    <message>
        <source>Words of its action, seed, photo or model</source>
        <translation>动作、种子、照片或模型中的词</translation>
    </message>
    <message>
        <source>Starred only</source>
        <translation>仅星标</translation>
    </message>
    <message>
        <source>List starred futures alone</source>
        <translation>只列出加星标的未来</translation>
    </message>
    <message>
        <source>Order of the futures, and the files they are dragged out as</source>
        <translation>未来的顺序，以及拖出时的文件格式</translation>
    </message>
    <message>
        <source>Order of the futures</source>
        <translation>未来的顺序</translation>
    </message>
    <message>
        <source>Drag and copy as {upper}</source>
        <translation>以 {upper} 拖出和复制</translation>
    </message>
    <message>
        <source>Grid of futures</source>
        <translation>未来网格</translation>
    </message>
    <message>
        <source>Arrow keys choose a future, Enter keeps it, M shows more like it.</source>
        <translation>方向键选择未来，Enter 保留，M 显示更多类似的。</translation>
    </message>
    <message>
        <source>Open a photo: sixteen of its futures play here at once.</source>
        <translation>打开照片：十六个未来会在这里同时播放。</translation>
    </message>
    <message>
        <source>{future}: click to keep</source>
        <translation>{future}：点击保留</translation>
    </message>
    <message>
        <source>More like this  (M)</source>
        <translation>更多类似  (M)</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>Four actions in rows, four seeds of each</source>
        <translation>四个动作为行，各四个种子</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The chosen action by sixteen seeds</source>
        <translation>所选动作的十六个种子</translation>
    </message>
    <message>
        <source>New seeds</source>
        <translation>新种子</translation>
    </message>
    <message>
        <source>The same with other seeds</source>
        <translation>换其他种子</translation>
    </message>
    <message>
        <source>Order: nearest and farthest are those to the clip on the canvas</source>
        <translation>顺序：最近和最远相对于画布上的片段</translation>
    </message>
    <message>
        <source>One &amp;clip</source>
        <translation>单个片段(&amp;C)</translation>
    </message>
    <message>
        <source>The clip on the canvas</source>
        <translation>画布上的片段</translation>
    </message>
    <message>
        <source>&amp;Grid of futures</source>
        <translation>未来网格(&amp;G)</translation>
    </message>
    <message>
        <source>Many futures at a glance</source>
        <translation>众多未来一览</translation>
    </message>
    <message>
        <source>Com&amp;pare</source>
        <translation>比较(&amp;M)</translation>
    </message>
    <message>
        <source>Clips side by side</source>
        <translation>片段并排</translation>
    </message>
    <message>
        <source>Actions one after another, as one clip</source>
        <translation>动作依次相接，成为一个片段</translation>
    </message>
    <message>
        <source>Story&amp;board</source>
        <translation>分镜(&amp;B)</translation>
    </message>
    <message>
        <source>Keypoint error</source>
        <translation>关键点误差</translation>
    </message>
    <message>
        <source>Scores against the real clip</source>
        <translation>与真实片段比较的得分</translation>
    </message>
    <message>
        <source>Each frame against the real clip&apos;s; keypoint error in percent of the picture&apos;s side</source>
        <translation>每帧与真实片段比较；关键点误差为画面边长的百分比</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take this action out</source>
        <translation>移除此动作</translation>
    </message>
    <message>
        <source>Action {position} of {count}</source>
        <translation>动作 {position} / {count}</translation>
    </message>
    <message>
        <source>Add action</source>
        <translation>添加动作</translation>
    </message>
    <message>
        <source>One more, going on from the last pose</source>
        <translation>再加一个，从上一姿势继续</translation>
    </message>
    <message>
        <source>fade </source>
        <translation>淡变 </translation>
    </message>
    <message>
        <source> frames</source>
        <translation> 帧</translation>
    </message>
    <message>
        <source>Frames of fade</source>
        <translation>淡变帧数</translation>
    </message>
    <message>
        <source>Frames in which one action becomes the next</source>
        <translation>一个动作过渡到下一个的帧数</translation>
    </message>
    <message>
        <source>&amp;Make clip</source>
        <translation>生成片段(&amp;M)</translation>
    </message>
    <message>
        <source>All actions as one clip, among the futures; export it as any other</source>
        <translation>所有动作合成一个片段，放入未来；可照常导出</translation>
    </message>
    <message>
        <source>Each action goes on from the last pose of the one before it.</source>
        <translation>每个动作从前一个的最后姿势继续。</translation>
    </message>
    <message>
        <source>1 action</source>
        <translation>1 个动作</translation>
    </message>
    <message numerus="yes">
        <source>%n actions</source>
        <translation>
            <numerusform>%n 个动作</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{actions} · %n frames · {seconds:.2f} s</source>
        <translation>
            <numerusform>{actions} · %n 帧 · {seconds:.2f} 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures and videos (*.png *.jpg *.jpeg *.webp *.avif *.heic *.heif *.gif *.apng *.bmp *.tif *.tiff *.jp2 *.qoi *.mp4 *.webm *.mov *.avi *.mkv *.m4v);;All files (*)</source>
        <translation>图片和视频 (*.png *.jpg *.jpeg *.webp *.avif *.heic *.heif *.gif *.apng *.bmp *.tif *.tiff *.jp2 *.qoi *.mp4 *.webm *.mov *.avi *.mkv *.m4v);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Model, device and how long the last clip took</source>
        <translation>模型、设备和上一个片段的用时</translation>
    </message>
    <message>
        <source>Progress of the clip being made</source>
        <translation>片段生成进度</translation>
    </message>
    <message>
        <source>Futures</source>
        <translation>未来</translation>
    </message>
    <message>
        <source>Filmstrip</source>
        <translation>胶片条</translation>
    </message>
    <message>
        <source>Trajectories</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>Open a photo</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>{clip_seconds:.2f} s/clip</source>
        <translation>{clip_seconds:.2f} 秒/片段</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation>正在启动引擎…</translation>
    </message>
    <message>
        <source>Begin with a photo</source>
        <translation>从一张照片开始</translation>
    </message>
    <message>
        <source>Drop one on the window, paste it, or click a sample. The square is what the model looks at: drag it to somebody else, or its corners.</source>
        <translation>拖入窗口、粘贴，或点击示例。方框是模型观看的区域：可以拖到别人身上，也可以拖动四角。</translation>
    </message>
    <message>
        <source>Choose an action</source>
        <translation>选择动作</translation>
    </message>
    <message>
        <source>What shall happen after the photo? A click makes the clip at once. The button beside the heading mixes several actions.</source>
        <translation>照片之后会发生什么？点击即可立即生成片段。标题旁的按钮可混合多个动作。</translation>
    </message>
    <message>
        <source>See other futures</source>
        <translation>看看其他未来</translation>
    </message>
    <message>
        <source>Generate{generate} draws a new seed; drag in the pad to vary this future. All are kept on the right. The grid{grid} shows sixteen.</source>
        <translation>“生成”{generate} 抽取新种子；在面板中拖动可微调此未来。全部保留在右侧。网格{grid} 显示十六个。</translation>
    </message>
    <message>
        <source>Bend the motion</source>
        <translation>弯曲运动</translation>
    </message>
    <message>
        <source>Under a clip, Edit{edit} shows its keypoints. Drag one: the frame follows your hand, and a new version lies beside the original. Help{help} has more.</source>
        <translation>在片段下方，“编辑”{edit} 显示其关键点。拖动一个：画面随手而动，新版本放在原片段旁。更多内容见“帮助”{help}。</translation>
    </message>
    <message>
        <source>Previous, next keypoint</source>
        <translation>上一个、下一个关键点</translation>
    </message>
    <message>
        <source>Move, turn, scale keypoints</source>
        <translation>移动、旋转、缩放关键点</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>M&amp;otion</source>
        <translation>运动(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open photo...</source>
        <translation>打开照片(&amp;O)...</translation>
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation>示例(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Export clip...</source>
        <translation>导出片段(&amp;E)...</translation>
    </message>
    <message>
        <source>Export s&amp;tarred...</source>
        <translation>导出星标(&amp;T)...</translation>
    </message>
    <message>
        <source>All futures with a star</source>
        <translation>所有加星标的未来</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation>复制帧(&amp;C)</translation>
    </message>
    <message>
        <source>Copy c&amp;lip</source>
        <translation>复制片段(&amp;L)</translation>
    </message>
    <message>
        <source>As a file that other programs take</source>
        <translation>作为其他程序可用的文件</translation>
    </message>
    <message>
        <source>&amp;Paste photo</source>
        <translation>粘贴照片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Star this future</source>
        <translation>给此未来加星标(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Delete this future</source>
        <translation>删除此未来(&amp;D)</translation>
    </message>
    <message>
        <source>Se&amp;ttings...</source>
        <translation>设置(&amp;T)...</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Generate another future</source>
        <translation>再生成一个未来(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Action</source>
        <translation>动作(&amp;A)</translation>
    </message>
    <message>
        <source>Cards and scores; rename, delete, add, evaluate</source>
        <translation>卡片和得分；重命名、删除、添加、评估</translation>
    </message>
    <message>
        <source>A&amp;ll models...</source>
        <translation>所有模型(&amp;L)...</translation>
    </message>
    <message>
        <source>The paper&apos;s TensorFlow weights</source>
        <translation>论文的 TensorFlow 权重</translation>
    </message>
    <message>
        <source>&amp;Import the authors&apos; checkpoint...</source>
        <translation>导入作者的检查点(&amp;I)...</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Train a model...</source>
        <translation>训练模型(&amp;T)...</translation>
    </message>
    <message>
        <source>&amp;Fine-tune this model...</source>
        <translation>微调此模型(&amp;F)...</translation>
    </message>
    <message>
        <source>&amp;Runs...</source>
        <translation>训练记录(&amp;R)...</translation>
    </message>
    <message>
        <source>The runs there are, and how they go</source>
        <translation>现有的训练及其进展</translation>
    </message>
    <message>
        <source>Eval&amp;uate</source>
        <translation>评估(&amp;U)</translation>
    </message>
    <message>
        <source>Scores, figures and playing clips of models beside each other, as one page</source>
        <translation>多个模型的得分、图示和播放片段并列于一页</translation>
    </message>
    <message>
        <source>&amp;Evaluate models...</source>
        <translation>评估模型(&amp;E)...</translation>
    </message>
    <message>
        <source>Rank clips of several systems without knowing whose they are, and see what raters said</source>
        <translation>在不知来源的情况下给多个系统的片段排名，并查看评分者的意见</translation>
    </message>
    <message>
        <source>&amp;Rank clips blind...</source>
        <translation>盲评片段(&amp;R)...</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>The documents, to read here</source>
        <translation>在此阅读文档</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>导览(&amp;T)</translation>
    </message>
    <message>
        <source>The window in four cards</source>
        <translation>用四张卡片介绍窗口</translation>
    </message>
    <message>
        <source>&amp;Find a command...</source>
        <translation>查找命令(&amp;F)...</translation>
    </message>
    <message>
        <source>&amp;Keys...</source>
        <translation>快捷键(&amp;K)...</translation>
    </message>
    <message>
        <source>Which there are, and to change them</source>
        <translation>有哪些，以及更改它们</translation>
    </message>
    <message>
        <source>&amp;About KPVP Studio</source>
        <translation>关于 KPVP Studio(&amp;A)</translation>
    </message>
    <message>
        <source>the menu {name}</source>
        <translation>菜单“{name}”</translation>
    </message>
    <message>
        <source>Projects (*{suffix});;All files (*)</source>
        <translation>项目 (*{suffix});;所有文件 (*)</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation>新建项目(&amp;N)</translation>
    </message>
    <message>
        <source>Open &amp;project...</source>
        <translation>打开项目(&amp;P)...</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>P&amp;hotos of this project</source>
        <translation>此项目的照片(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>保存项目(&amp;S)</translation>
    </message>
    <message>
        <source>Save project &amp;as...</source>
        <translation>项目另存为(&amp;A)...</translation>
    </message>
    <message>
        <source>Kept: {caption}</source>
        <translation>已保留：{caption}</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>The studio ended unexpectedly. This was kept: {caption}.</source>
        <translation>程序意外退出。已保留：{caption}。</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>打开副本</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Save the project as</source>
        <translation>项目另存为</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Your latest work cannot be kept.</source>
        <translation>无法保留最近的工作。</translation>
    </message>
    <message>
        <source>&amp;Quit without it</source>
        <translation>放弃并退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>留下(&amp;S)</translation>
    </message>
    <message>
        <source>{name} is open in another window.</source>
        <translation>{name} 已在另一个窗口中打开。</translation>
    </message>
    <message>
        <source>Save as another file.</source>
        <translation>请另存为其他文件。</translation>
    </message>
    <message>
        <source>The work that was kept is no longer there.</source>
        <translation>保留的工作已不存在。</translation>
    </message>
    <message>
        <source>Another window may have opened it.</source>
        <translation>可能已被另一个窗口打开。</translation>
    </message>
    <message numerus="yes">
        <source>%n futures</source>
        <translation>
            <numerusform>%n 个未来</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} (read-only)</source>
        <translation>{name}（只读）</translation>
    </message>
    <message>
        <source>{name} is open already.</source>
        <translation>{name} 已经打开。</translation>
    </message>
    <message>
        <source>{name} is open in another window, so it is read-only here.</source>
        <translation>{name} 已在另一个窗口中打开，因此这里只读。</translation>
    </message>
    <message>
        <source>What you make here is kept; save it as another file.</source>
        <translation>在此生成的内容会保留；请另存为其他文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n parts of this project are damaged and were left out.</source>
        <translation>
            <numerusform>此项目有 %n 个部分损坏，已略过。</numerusform>
        </translation>
    </message>
    <message>
        <source>A backup beside the file may have them.</source>
        <translation>文件旁的备份中可能还有。</translation>
    </message>
    <message>
        <source>A project is being opened or saved.</source>
        <translation>正在打开或保存项目。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>Columns: </source>
        <translation>列： </translation>
    </message>
    <message>
        <source>{days:.1f} days</source>
        <translation>{days:.1f} 天</translation>
    </message>
    <message>
        <source>, roughly</source>
        <translation>，大约</translation>
    </message>
    <message>
        <source>About {duration}{measured}</source>
        <translation>约 {duration}{measured}</translation>
    </message>
    <message>
        <source>{megabytes} of memory</source>
        <translation>内存 {megabytes}</translation>
    </message>
    <message>
        <source>{megabytes} on disk</source>
        <translation>磁盘 {megabytes}</translation>
    </message>
    <message numerus="yes">
        <source>{stage}: %n steps, {duration}</source>
        <translation>
            <numerusform>{stage}：%n 步，{duration}</numerusform>
        </translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>&amp;Log scale</source>
        <translation>对数刻度(&amp;L)</translation>
    </message>
    <message>
        <source>Curves appear here with the first steps.</source>
        <translation>训练开始后曲线会显示在这里。</translation>
    </message>
    <message>
        <source>S&amp;moothing</source>
        <translation>平滑(&amp;M)</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Mean of {width} neighbouring values</source>
        <translation>相邻 {width} 个值的平均</translation>
    </message>
    <message>
        <source>No smoothing</source>
        <translation>不平滑</translation>
    </message>
    <message>
        <source>Pseudo labels are the keypoints found in every frame: nothing is learned in this step.</source>
        <translation>伪标签是每帧中找到的关键点：此步骤不学习。</translation>
    </message>
    <message>
        <source>Curves appear here when the motion generator learns.</source>
        <translation>运动生成器学习时曲线会显示在这里。</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>正在查看文件</translation>
    </message>
    <message>
        <source>Looking at the clips</source>
        <translation>正在查看片段</translation>
    </message>
    <message>
        <source>Drawing clips</source>
        <translation>正在绘制片段</translation>
    </message>
    <message>
        <source>Reading clips</source>
        <translation>正在读取片段</translation>
    </message>
    <message>
        <source>Finding keypoints in every frame</source>
        <translation>正在每帧中查找关键点</translation>
    </message>
    <message>
        <source>The training process ended before it could say why.</source>
        <translation>训练进程在说明原因前就结束了。</translation>
    </message>
    <message>
        <source>See its log.</source>
        <translation>请看其日志。</translation>
    </message>
    <message>
        <source>The end of the run&apos;s log</source>
        <translation>训练日志的末尾</translation>
    </message>
    <message>
        <source>Save and wait; Resume goes on</source>
        <translation>保存并等待；“继续”可接着进行</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint</source>
        <translation>从上一个检查点继续</translation>
    </message>
    <message>
        <source>&amp;Finish step</source>
        <translation>结束此步骤(&amp;F)</translation>
    </message>
    <message>
        <source>End this step now: its best goes on to the next one</source>
        <translation>立即结束此步骤：其最佳结果进入下一步</translation>
    </message>
    <message>
        <source>Save and end the process; Resume goes on from here</source>
        <translation>保存并结束进程；“继续”可从这里接着进行</translation>
    </message>
    <message>
        <source>&amp;Use it now</source>
        <translation>立即使用(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>更多(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Duplicate with changes...</source>
        <translation>复制并修改(&amp;D)...</translation>
    </message>
    <message>
        <source>&amp;Fine-tune...</source>
        <translation>微调(&amp;F)...</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Stop without saving...</source>
        <translation>不保存并停止(&amp;S)...</translation>
    </message>
    <message>
        <source>De&amp;lete...</source>
        <translation>删除(&amp;L)...</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>还没有训练</translation>
    </message>
    <message>
        <source>Train &gt; Train a model... starts one.</source>
        <translation>“训练 &gt; 训练模型...”可开始一个。</translation>
    </message>
    <message>
        <source>This run&apos;s files are damaged. Look into its folder, or delete it.</source>
        <translation>此训练的文件已损坏。请查看其文件夹，或删除它。</translation>
    </message>
    <message>
        <source>{what}, {done:,} of {total:,}</source>
        <translation>{what}，{done:,} / {total:,}</translation>
    </message>
    <message>
        <source>step {done:,} of {steps:,}</source>
        <translation>第 {done:,} / {steps:,} 步</translation>
    </message>
    <message>
        <source>{images_per_s:.1f} images/s</source>
        <translation>{images_per_s:.1f} 图/秒</translation>
    </message>
    <message>
        <source>{steps_per_s:.2f} steps/s</source>
        <translation>{steps_per_s:.2f} 步/秒</translation>
    </message>
    <message>
        <source>{data_share:.0%} of it waiting for data</source>
        <translation>其中 {data_share:.0%} 在等待数据</translation>
    </message>
    <message>
        <source>about {duration} left</source>
        <translation>还需约 {duration}</translation>
    </message>
    <message>
        <source>What was learned since the last checkpoint is lost. The run stays in the list and can be resumed.</source>
        <translation>上一个检查点之后学到的内容会丢失。训练留在列表中，可以继续。</translation>
    </message>
    <message>
        <source>&amp;Stop without saving</source>
        <translation>不保存并停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stop without saving?</source>
        <translation>不保存就停止吗？</translation>
    </message>
    <message>
        <source>&amp;Keep training</source>
        <translation>继续训练(&amp;K)</translation>
    </message>
    <message>
        <source>Its checkpoints, curves and previews go to the trash. A model in the list of models stays.</source>
        <translation>其检查点、曲线和预览会移到回收站。模型列表中的模型保留。</translation>
    </message>
    <message>
        <source>Delete {name}?</source>
        <translation>删除 {name}？</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Through the history of previews</source>
        <translation>浏览预览历史</translation>
    </message>
    <message>
        <source>Through the history of previews  (Left, Right; End follows the newest)</source>
        <translation>浏览预览历史  (左、右；End 跟随最新)</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Enlarge to crisp pixels</source>
        <translation>放大为清晰像素</translation>
    </message>
    <message>
        <source>Enlarge smoothly</source>
        <translation>平滑放大</translation>
    </message>
    <message>
        <source>{label} · step {step:,} · {position} of {count}</source>
        <translation>{label} · 第 {step:,} 步 · {position} / {count}</translation>
    </message>
    <message>
        <source>Wheel: zoom. Drag: move. Double click: all of it.</source>
        <translation>滚轮：缩放。拖动：移动。双击：全部。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Previews appear here as the run makes them.</source>
        <translation>训练生成预览后会显示在这里。</translation>
    </message>
    <message>
        <source>Click a step to see its curves  (Left, Right)</source>
        <translation>点击步骤查看其曲线  (左、右)</translation>
    </message>
    <message>
        <source>step {number}, {title}: {fraction:.0%}</source>
        <translation>步骤 {number}，{title}：{fraction:.0%}</translation>
    </message>
    <message>
        <source>{name} did not end when asked to: its process and all it started were killed.</source>
        <translation>{name} 未按要求结束：其进程及其启动的一切已被终止。</translation>
    </message>
    <message>
        <source>Resume goes on from its last checkpoint.</source>
        <translation>“继续”可从上一个检查点接着进行。</translation>
    </message>
    <message>
        <source>The run was asked to end, but its process is not on this computer.</source>
        <translation>已要求训练结束，但其进程不在此计算机上。</translation>
    </message>
    <message>
        <source>End it where it was started.</source>
        <translation>请在启动它的地方结束。</translation>
    </message>
    <message>
        <source>This run is being trained.</source>
        <translation>此训练正在进行。</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>请先停止。</translation>
    </message>
    <message>
        <source>The run could not be moved to the trash.</source>
        <translation>无法把训练移到回收站。</translation>
    </message>
    <message>
        <source>Delete the folder {path} yourself.</source>
        <translation>请自行删除文件夹 {path}。</translation>
    </message>
    <message>
        <source>Training runs – KPVP Studio</source>
        <translation>训练记录 – KPVP Studio</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Tick a run to lay its curves over the chosen one&apos;s</source>
        <translation>勾选一个训练，把其曲线叠加到所选训练上</translation>
    </message>
    <message>
        <source>Train a &amp;model...</source>
        <translation>训练模型(&amp;M)...</translation>
    </message>
    <message>
        <source>Train another model</source>
        <translation>再训练一个模型</translation>
    </message>
    <message>
        <source>Ticked runs are compared.</source>
        <translation>比较已勾选的训练。</translation>
    </message>
    <message>
        <source>Detector and translator</source>
        <translation>检测器和转换器</translation>
    </message>
    <message>
        <source>Pseudo labels</source>
        <translation>伪标签</translation>
    </message>
    <message>
        <source>Motion generator</source>
        <translation>运动生成器</translation>
    </message>
    <message>
        <source>Generator and discriminator</source>
        <translation>生成器和判别器</translation>
    </message>
    <message>
        <source> (paused)</source>
        <translation> （已暂停）</translation>
    </message>
    <message>
        <source>1 run training: {share}{paused}</source>
        <translation>一个训练进行中：{share}{paused}</translation>
    </message>
    <message numerus="yes">
        <source>%n runs training{paused}</source>
        <translation>
            <numerusform>%n 个训练进行中{paused}</numerusform>
        </translation>
    </message>
    <message>
        <source>Watch it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>{title} is trained</source>
        <translation>{title} 已训练完成</translation>
    </message>
    <message>
        <source>: use it now</source>
        <translation>：立即使用</translation>
    </message>
    <message>
        <source>Choose the new model</source>
        <translation>选择新模型</translation>
    </message>
    <message>
        <source>See the run</source>
        <translation>查看训练</translation>
    </message>
    <message>
        <source>choosing an action</source>
        <translation>选择动作</translation>
    </message>
    <message>
        <source>going through the keypoints</source>
        <translation>逐个浏览关键点</translation>
    </message>
    <message>
        <source>moving keypoints</source>
        <translation>移动关键点</translation>
    </message>
    <message>
        <source>turning and scaling keypoints</source>
        <translation>旋转和缩放关键点</translation>
    </message>
    <message>
        <source>moving around</source>
        <translation>在界面中移动</translation>
    </message>
    <message>
        <source>baseball pitch</source>
        <translation>棒球投球</translation>
    </message>
    <message>
        <source>baseball swing</source>
        <translation>棒球挥棒</translation>
    </message>
    <message>
        <source>clean and jerk</source>
        <translation>挺举</translation>
    </message>
    <message>
        <source>eat</source>
        <translation>吃草</translation>
    </message>
    <message>
        <source>gallop</source>
        <translation>奔跑</translation>
    </message>
    <message>
        <source>golf swing</source>
        <translation>高尔夫挥杆</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>静立</translation>
    </message>
    <message>
        <source>jump</source>
        <translation>跳跃</translation>
    </message>
    <message>
        <source>jumping jacks</source>
        <translation>开合跳</translation>
    </message>
    <message>
        <source>kick</source>
        <translation>踢腿</translation>
    </message>
    <message>
        <source>pull ups</source>
        <translation>引体向上</translation>
    </message>
    <message>
        <source>squats</source>
        <translation>深蹲</translation>
    </message>
    <message>
        <source>tennis forehand</source>
        <translation>网球正手</translation>
    </message>
    <message>
        <source>tennis serve</source>
        <translation>网球发球</translation>
    </message>
    <message>
        <source>walk</source>
        <translation>行走</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>One whole person, photographed or drawn, in one of nine sports and gym actions.</source>
        <translation>一个完整的人，照片或绘画均可，做九种运动健身动作之一。</translation>
    </message>
    <message>
        <source>Animals</source>
        <translation>动物</translation>
    </message>
    <message>
        <source>One drawn four-legged animal or dinosaur, whole, walking, galloping, eating, jumping, kicking or idle.</source>
        <translation>一只绘制的完整四足动物或恐龙，行走、奔跑、吃草、跳跃、踢腿或静立。</translation>
    </message>
    <message>
        <source>keypoints</source>
        <translation>关键点</translation>
    </message>
    <message>
        <source>trails</source>
        <translation>轨迹线</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>蒙版</translation>
    </message>
    <message>
        <source>synthesized</source>
        <translation>合成图</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>skeleton</source>
        <translation>骨架</translation>
    </message>
    <message>
        <source>onion</source>
        <translation>洋葱皮</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>wipe</source>
        <translation>划像</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>as made</source>
        <translation>生成顺序</translation>
    </message>
    <message>
        <source>most motion</source>
        <translation>运动最多</translation>
    </message>
    <message>
        <source>least motion</source>
        <translation>运动最少</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>farthest</source>
        <translation>最远</translation>
    </message>
    <message>
        <source>system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>animals</source>
        <translation>动物</translation>
    </message>
    <message>
        <source>current</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>x over time, left to right</source>
        <translation>x 随时间变化，从左到右</translation>
    </message>
    <message>
        <source>y over time, top to bottom</source>
        <translation>y 随时间变化，从上到下</translation>
    </message>
    <message>
        <source>Both x and y over time</source>
        <translation>x 和 y 随时间变化</translation>
    </message>
    <message>
        <source>Trajectories of the keypoints appear with the first clip.</source>
        <translation>有了第一个片段，关键点的轨迹就会显示在这里。</translation>
    </message>
    <message>
        <source>Trajectories of the keypoints</source>
        <translation>关键点轨迹</translation>
    </message>
    <message>
        <source>Drag to scrub · wheel to zoom · click a curve to select its keypoint, Ctrl adds, then drag it to bend it · double click shows all</source>
        <translation>拖动浏览 · 滚轮缩放 · 点击曲线选择其关键点，Ctrl 追加，再拖动使其弯曲 · 双击显示全部</translation>
    </message>
    <message numerus="yes">
        <source> &amp;nbsp; %n keypoints selected</source>
        <translation>
            <numerusform> &amp;nbsp; 已选 %n 个关键点</numerusform>
        </translation>
    </message>
    <message>
        <source>Share of {name}</source>
        <translation>{name} 的比例</translation>
    </message>
    <message>
        <source>Percent of “{name}” in the action; the others make room</source>
        <translation>“{name}”在动作中的百分比；其他相应减少</translation>
    </message>
    <message>
        <source>Mix actions</source>
        <translation>混合动作</translation>
    </message>
    <message>
        <source>Mix actions with sliders</source>
        <translation>用滑块混合动作</translation>
    </message>
    <message>
        <source>Make a clip of “{name}”</source>
        <translation>生成“{name}”的片段</translation>
    </message>
    <message>
        <source>Keypoints of the frame</source>
        <translation>此帧的关键点</translation>
    </message>
    <message>
        <source>Where the keypoints came from</source>
        <translation>关键点经过的位置</translation>
    </message>
    <message>
        <source>Background mask: tinted where the photo is kept</source>
        <translation>背景蒙版：保留照片之处着色</translation>
    </message>
    <message>
        <source>The synthesized foreground instead of the frame</source>
        <translation>以合成的前景代替帧</translation>
    </message>
    <message>
        <source>The predicted frame</source>
        <translation>预测的帧</translation>
    </message>
    <message>
        <source>Lines between keypoints that move together</source>
        <translation>共同运动的关键点之间的连线</translation>
    </message>
    <message>
        <source>Onion skin: the figure a few frames before and after</source>
        <translation>洋葱皮：主体前后几帧的样子</translation>
    </message>
    <message>
        <source>C&amp;rop</source>
        <translation>裁剪区(&amp;R)</translation>
    </message>
    <message>
        <source>Photo and crop beside the clip</source>
        <translation>在片段旁显示照片和裁剪区</translation>
    </message>
    <message>
        <source>&amp;Whole photo</source>
        <translation>整张照片(&amp;W)</translation>
    </message>
    <message>
        <source>The whole photo moves, not the crop alone</source>
        <translation>整张照片运动，而不只是裁剪区</translation>
    </message>
    <message>
        <source>Fi&amp;t</source>
        <translation>适合窗口(&amp;T)</translation>
    </message>
    <message>
        <source>Fit into the view</source>
        <translation>缩放到适合视图</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>实际大小(&amp;A)</translation>
    </message>
    <message>
        <source>100 %: one screen pixel per pixel</source>
        <translation>100 %：一个屏幕像素对应一个像素</translation>
    </message>
    <message>
        <source>&amp;Zoom in</source>
        <translation>放大(&amp;Z)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;mooth</source>
        <translation>平滑(&amp;M)</translation>
    </message>
    <message>
        <source>Smooth enlargement</source>
        <translation>平滑放大</translation>
    </message>
    <message>
        <source>F&amp;ull size</source>
        <translation>全尺寸(&amp;U)</translation>
    </message>
    <message>
        <source>The photo&apos;s own pixels, where the model moves them</source>
        <translation>模型移动照片时使用照片自身的像素</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>looking for figures…</source>
        <translation>正在查找主体…</translation>
    </message>
    <message>
        <source>unfamiliar</source>
        <translation>不熟悉</translation>
    </message>
    <message numerus="yes">
        <source>%n figures: click one</source>
        <translation>
            <numerusform>%n 个主体：点击一个</numerusform>
        </translation>
    </message>
    <message>
        <source>familiar</source>
        <translation>熟悉</translation>
    </message>
    <message>
        <source>familiarity unknown</source>
        <translation>熟悉度未知</translation>
    </message>
    <message>
        <source>Clip: {what}</source>
        <translation>片段：{what}</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Everything is switched off.
Frame (5) shows the clip again.</source>
        <translation>所有图层都已关闭。
“帧”(5) 可重新显示片段。</translation>
    </message>
    <message>
        <source>The predicted clip. Click keypoints to select them; [ and ] go through them. Drag one, or press Alt with an arrow key, to bend its way.</source>
        <translation>预测的片段。点击关键点以选择；[ 和 ] 逐个浏览。拖动，或按 Alt 加方向键，可弯曲其路径。</translation>
    </message>
    <message>
        <source>The clip at eight times; the arrow keys go from one to the next.</source>
        <translation>片段的八个时刻；方向键逐个移动。</translation>
    </message>
    <message>
        <source>Click a column to go to its frame  (Left, Right)</source>
        <translation>点击一列跳到该帧  (左、右)</translation>
    </message>
    <message>
        <source>&amp;Copy as picture</source>
        <translation>复制为图片(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save figure...</source>
        <translation>保存图示(&amp;S)...</translation>
    </message>
    <message>
        <source>Rows, copy, save</source>
        <translation>行、复制、保存</translation>
    </message>
    <message>
        <source>Filmstrip menu</source>
        <translation>胶片条菜单</translation>
    </message>
    <message>
        <source>Every clip generated so far; the arrow keys choose one.</source>
        <translation>至今生成的所有片段；方向键选择。</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>导出(&amp;E)...</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>比较(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation>更多类似(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Reuse these inputs</source>
        <translation>重用这些输入(&amp;R)</translation>
    </message>
    <message>
        <source>Remove &amp;star</source>
        <translation>移除星标(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>加星标(&amp;S)</translation>
    </message>
    <message numerus="yes">
        <source>Remove &amp;star from %n</source>
        <translation>
            <numerusform>移除 %n 个的星标(&amp;S)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Star %n futures</source>
        <translation>
            <numerusform>给 %n 个未来加星标(&amp;S)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Co&amp;mpare %n futures</source>
        <translation>
            <numerusform>比较 %n 个未来(&amp;M)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move &amp;between %n futures</source>
        <translation>
            <numerusform>在 %n 个未来之间移动(&amp;B)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %n futures...</source>
        <translation>
            <numerusform>导出 %n 个未来(&amp;E)...</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n futures</source>
        <translation>
            <numerusform>删除 %n 个未来(&amp;D)</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename the future</source>
        <translation>重命名未来</translation>
    </message>
    <message>
        <source>Name; empty for none</source>
        <translation>名称；留空表示没有</translation>
    </message>
    <message>
        <source>No future is found.</source>
        <translation>没有找到未来。</translation>
    </message>
    <message>
        <source>Every clip you generate
is kept here.</source>
        <translation>生成的每个片段
都保留在这里。</translation>
    </message>
    <message>
        <source>, starred</source>
        <translation>，已加星标</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>By action</source>
        <translation>按动作</translation>
    </message>
    <message>
        <source>Starred first</source>
        <translation>星标在前</translation>
    </message>
    <message>
        <source>Most motion first</source>
        <translation>运动最多在前</translation>
    </message>
    <message>
        <source>Most like the shown one first</source>
        <translation>与所显示的最相似在前</translation>
    </message>
    <message>
        <source>The seed of this picture: type another, 0 to {last} or more</source>
        <translation>此画面的种子：可输入其他值，0 到 {last} 或更大</translation>
    </message>
    <message>
        <source>&amp;Lock seed</source>
        <translation>锁定种子(&amp;L)</translation>
    </message>
    <message>
        <source>Keep the seed</source>
        <translation>保持种子</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>Another future: a new seed, unless it is locked</source>
        <translation>另一个未来：未锁定时使用新种子</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Stop what is being made</source>
        <translation>停止正在生成的内容</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>潜变量</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>{title} ({name}): {domain}  (Alt+M opens the Model menu)</source>
        <translation>{title}（{name}）：{domain}  （Alt+M 打开“模型”菜单）</translation>
    </message>
    <message>
        <source>Photo with crop</source>
        <translation>照片和裁剪区</translation>
    </message>
    <message>
        <source>Arrow keys move the crop, plus and minus resize it, Page Up and Page Down go through the figures found.</source>
        <translation>方向键移动裁剪区，加减键改变大小，Page Up 和 Page Down 浏览找到的主体。</translation>
    </message>
    <message>
        <source>Drag the square, or pull its corners. Arrow keys move it, + and - resize it.
Where several figures are found, click one&apos;s frame, or press Page Up or Page Down.</source>
        <translation>拖动方框或其四角。方向键移动，+ 和 - 改变大小。
找到多个主体时，点击其边框，或按 Page Up 或 Page Down。</translation>
    </message>
    <message>
        <source>Drop a photo, paste, or try a sample</source>
        <translation>拖入照片、粘贴，或试试示例</translation>
    </message>
    <message>
        <source>It becomes a 32-frame clip of the action you choose.</source>
        <translation>它会变成所选动作的 32 帧片段。</translation>
    </message>
    <message>
        <source>&amp;Open a photo...</source>
        <translation>打开照片(&amp;O)...</translation>
    </message>
    <message>
        <source>Open a picture or video</source>
        <translation>打开图片或视频</translation>
    </message>
    <message>
        <source>Try the sample “{name}”</source>
        <translation>试试示例“{name}”</translation>
    </message>
    <message>
        <source>Sample {name}</source>
        <translation>示例 {name}</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>循环(&amp;L)</translation>
    </message>
    <message>
        <source>Bac&amp;k and forth</source>
        <translation>往复(&amp;K)</translation>
    </message>
    <message>
        <source>Play &amp;once</source>
        <translation>播放一次(&amp;O)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>&amp;First frame</source>
        <translation>第一帧(&amp;F)</translation>
    </message>
    <message>
        <source>P&amp;revious frame</source>
        <translation>上一帧(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Next frame</source>
        <translation>下一帧(&amp;N)</translation>
    </message>
    <message>
        <source>L&amp;ast frame</source>
        <translation>最后一帧(&amp;A)</translation>
    </message>
    <message>
        <source>Fi&amp;ve frames back</source>
        <translation>后退五帧(&amp;V)</translation>
    </message>
    <message>
        <source>F&amp;ive frames on</source>
        <translation>前进五帧(&amp;I)</translation>
    </message>
    <message>
        <source>Play backwar&amp;ds, faster each time</source>
        <translation>倒放，每次更快(&amp;D)</translation>
    </message>
    <message>
        <source>Pa&amp;use here</source>
        <translation>在此暂停(&amp;U)</translation>
    </message>
    <message>
        <source>Play for&amp;wards, faster each time</source>
        <translation>正放，每次更快(&amp;W)</translation>
    </message>
    <message>
        <source>Range &amp;begins here</source>
        <translation>范围从此开始(&amp;B)</translation>
    </message>
    <message>
        <source>Range &amp;ends here</source>
        <translation>范围到此结束(&amp;E)</translation>
    </message>
    <message>
        <source>Play the w&amp;hole clip</source>
        <translation>播放整个片段(&amp;H)</translation>
    </message>
    <message>
        <source>Playhead</source>
        <translation>播放头</translation>
    </message>
    <message>
        <source>Click or drag to go to a frame  (Left, Right, Home, End)</source>
        <translation>点击或拖动跳到某帧  (左、右、Home、End)</translation>
    </message>
    <message>
        <source>Playback speed</source>
        <translation>播放速度</translation>
    </message>
    <message>
        <source>Frame / frames · seconds after the photo</source>
        <translation>帧 / 总帧数 · 照片之后的秒数</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>This picture is unlike what the model {title} learned from, so its future may look wrong: try a crop in which one whole figure fills most of the square.</source>
        <translation>这张图片与模型“{title}”学过的内容不同，生成的未来可能不正确：请尝试让一个完整的主体占满大部分裁剪区。</translation>
    </message>
    <message>
        <source>The model {title} cannot say whether it knows photos like this one: it was never calibrated.</source>
        <translation>模型“{title}”无法判断是否认识这样的照片：它从未校准过。</translation>
    </message>
    <message>
        <source>Crop around the figure</source>
        <translation>裁剪到主体</translation>
    </message>
    <message>
        <source>Figure {number}</source>
        <translation>主体 {number}</translation>
    </message>
    <message>
        <source>Crop around the figure that was found</source>
        <translation>裁剪到找到的主体</translation>
    </message>
    <message>
        <source>Use {title}</source>
        <translation>使用“{title}”</translation>
    </message>
    <message>
        <source>This model finds something familiar in the photo</source>
        <translation>此模型在照片中找到了熟悉的内容</translation>
    </message>
    <message>
        <source>The paper&apos;s own weights learned from real photographs, but cannot say what they know</source>
        <translation>论文自身的权重学自真实照片，但无法说明它认识什么</translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation>试试示例</translation>
    </message>
    <message>
        <source>See “{name}” done well</source>
        <translation>看看“{name}”的好效果</translation>
    </message>
    <message>
        <source>Train on my own clips…</source>
        <translation>用我的片段训练…</translation>
    </message>
    <message>
        <source>Teach a model what your photos show</source>
        <translation>教模型认识照片中的内容</translation>
    </message>
    <message>
        <source>z pad</source>
        <translation>z 面板</translation>
    </message>
    <message>
        <source>Arrow keys vary the future; Shift makes the steps small.</source>
        <translation>方向键微调未来；Shift 使步幅变小。</translation>
    </message>
    <message>
        <source>Drag to vary the future. Middle: the mean one; right: this seed; up: the next seed.</source>
        <translation>拖动可微调未来。中间：平均；右：此种子；上：下一个种子。</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>next seed</source>
        <translation>下一个种子</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Dismiss  (Esc)</source>
        <translation>关闭  (Esc)</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Only a link was dropped, and the studio does not fetch from the web.</source>
        <translation>只拖入了一个链接，程序不会从网上获取内容。</translation>
    </message>
    <message>
        <source>Copy the picture itself, or save it and drop the file.</source>
        <translation>请复制图片本身，或保存后拖入文件。</translation>
    </message>
    <message>
        <source>There is no picture in what was pasted.</source>
        <translation>粘贴的内容中没有图片。</translation>
    </message>
    <message>
        <source>Copy a picture or a picture file first.</source>
        <translation>请先复制图片或图片文件。</translation>
    </message>
    <message>
        <source>Hide {title}</source>
        <translation>隐藏{title}</translation>
    </message>
    <message>
        <source>Hide “{title}”, and show it again</source>
        <translation>隐藏“{title}”，或再次显示</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>跳过(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完成(&amp;D)</translation>
    </message>
    <message>
        <source>Its frames were not made.</source>
        <translation>未能生成其画面。</translation>
    </message>
    <message>
        <source>Details are in the crash log.</source>
        <translation>详情见崩溃日志。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>64 px first, grown to 128 px. About 3.5 hours on two cores.</source>
        <translation>先 64 px，再增长到 128 px。双核约 3.5 小时。</translation>
    </message>
    <message>
        <source>The world of rigged animals, or any folder of clips of whole animals.</source>
        <translation>带骨骼动物的世界，或任何包含完整动物片段的文件夹。</translation>
    </message>
    <message>
        <source>MGIF (paper)</source>
        <translation>MGIF（论文）</translation>
    </message>
    <message>
        <source>The paper&apos;s networks and losses at 128 px, without classes. For a GPU: days; on a CPU, weeks.</source>
        <translation>论文的网络和损失，128 px，无分类。GPU 需数天，CPU 需数周。</translation>
    </message>
    <message>
        <source>MGIF as distributed: train/ and test/ folders of GIFs.</source>
        <translation>原样的 MGIF：包含 GIF 的 train/ 和 test/ 文件夹。</translation>
    </message>
    <message>
        <source>Penn Action (paper)</source>
        <translation>Penn Action（论文）</translation>
    </message>
    <message>
        <source>The paper&apos;s networks and losses at 128 px, K = 40. For a GPU: days; on a CPU, weeks.</source>
        <translation>论文的网络和损失，128 px，K = 40。GPU 需数天，CPU 需数周。</translation>
    </message>
    <message>
        <source>Penn Action as distributed: frames/ and labels/ in one folder.</source>
        <translation>原样的 Penn Action：同一文件夹中的 frames/ 和 labels/。</translation>
    </message>
    <message>
        <source>A drawing translator: 64 px first, grown to 128 px. About 4 hours on two cores.</source>
        <translation>绘制式转换器：先 64 px，再增长到 128 px。双核约 4 小时。</translation>
    </message>
    <message>
        <source>The procedural world of people, or any folder of clips of whole figures.</source>
        <translation>程序生成的人物世界，或任何包含完整主体片段的文件夹。</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>实拍照片</translation>
    </message>
    <message>
        <source>Moves the photo&apos;s own pixels, at 128 px from the start. Goes on from People. About 1.5 hours on two cores.</source>
        <translation>移动照片自身的像素，从一开始就是 128 px。在“人物”的基础上继续。双核约 1.5 小时。</translation>
    </message>
    <message>
        <source>Real clips of whole figures, one in each, filmed from one place: your own.</source>
        <translation>真实片段，每段一个完整主体，机位固定：用自己拍摄的。</translation>
    </message>
    <message>
        <source>Tiny</source>
        <translation>微型</translation>
    </message>
    <message>
        <source>All three steps at 64 px in about five minutes on two cores: for trying things.</source>
        <translation>三个步骤均为 64 px，双核约五分钟：用于试验。</translation>
    </message>
    <message>
        <source>Any folder of clips, or the procedural world.</source>
        <translation>任何片段文件夹，或程序生成的世界。</translation>
    </message>
    <message>
        <source>UvA-NEMO (paper)</source>
        <translation>UvA-NEMO（论文）</translation>
    </message>
    <message>
        <source>The paper&apos;s networks and losses at 64 px, without classes. For a GPU: days; on a CPU, weeks.</source>
        <translation>论文的网络和损失，64 px，无分类。GPU 需数天，CPU 需数周。</translation>
    </message>
    <message>
        <source>UvA-NEMO as distributed: videos/ and its details file in one folder.</source>
        <translation>原样的 UvA-NEMO：同一文件夹中的 videos/ 和详情文件。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The model&apos;s name: that of its file.</source>
        <translation>模型的名称，即其文件名。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>What the model is called in lists.</source>
        <translation>模型在列表中的名称。</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>What pictures it is for, in one sentence; left empty, its data says it.</source>
        <translation>适用于哪些画面，一句话说明；留空则由数据说明。</translation>
    </message>
    <message>
        <source>Seed of everything random.</source>
        <translation>一切随机量的种子。</translation>
    </message>
    <message>
        <source>What is trained: kpvp, the model with keypoints, or a system that it is compared with.</source>
        <translation>训练什么：kpvp 即带关键点的模型，或与之比较的系统。</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基础</translation>
    </message>
    <message>
        <source>Network sizes that [network] changes: ours, or the paper&apos;s.</source>
        <translation>由 [network] 修改的网络规模：本程序的或论文的。</translation>
    </message>
    <message>
        <source>The preset that these settings came from.</source>
        <translation>这些设置所来自的预设。</translation>
    </message>
    <message>
        <source>Init</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Model or run to start from; empty starts afresh.</source>
        <translation>从哪个模型或训练开始；留空则从头开始。</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Copy the finished model into the model list.</source>
        <translation>把完成的模型复制到模型列表。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Folder of clips, or the name of a world of drawn clips.</source>
        <translation>片段文件夹，或绘制片段的世界名称。</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>How the folder is laid out; auto recognises it.</source>
        <translation>文件夹的布局；auto 自动识别。</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Folder of rigged characters for the worlds that draw them; empty: the variable KPVP_CHARACTERS names it.</source>
        <translation>供世界绘制的带骨骼角色文件夹；留空则由变量 KPVP_CHARACTERS 指定。</translation>
    </message>
    <message>
        <source>Keep only these classes, numbered in this order; empty keeps all.</source>
        <translation>只保留这些类，并按此顺序编号；留空保留全部。</translation>
    </message>
    <message>
        <source>clips</source>
        <translation>个片段</translation>
    </message>
    <message>
        <source>Clips drawn of a world (a folder gives all of its clips).</source>
        <translation>从世界绘制的片段数（文件夹则使用其全部片段）。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Side at which frames are stored; the short side is brought to it.</source>
        <translation>存储画面的边长；短边缩放到该值。</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>Share of the clips kept for validation, where the data has no split of its own.</source>
        <translation>数据自身未划分时，留作验证的片段比例。</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Frames kept of a clip; 0 keeps all.</source>
        <translation>每个片段保留的帧数；0 为全部。</translation>
    </message>
    <message>
        <source>Fps</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>frames/s</source>
        <translation>帧/秒</translation>
    </message>
    <message>
        <source>Frame rate that clips are brought to; 0 keeps theirs.</source>
        <translation>片段统一到的帧率；0 保持原样。</translation>
    </message>
    <message>
        <source>First seed</source>
        <translation>首个种子</translation>
    </message>
    <message>
        <source>Number of a world&apos;s first clip.</source>
        <translation>世界中第一个片段的编号。</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>真值</translation>
    </message>
    <message>
        <source>Store a world&apos;s true motion and places, for keypoints.flow and plate: three times the disk space.</source>
        <translation>存储世界的真实运动和背景，供 keypoints.flow 和 plate 使用：占三倍磁盘空间。</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>进程数</translation>
    </message>
    <message>
        <source>Processes that draw or decode clips.</source>
        <translation>绘制或解码片段的进程数。</translation>
    </message>
    <message>
        <source>Cache gb</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>Disk space that decoded clips may take.</source>
        <translation>解码后的片段可占用的磁盘空间。</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>度</translation>
    </message>
    <message>
        <source>Largest rotation, either way.</source>
        <translation>向两侧的最大旋转。</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Scale from 1 - zoom to 1 + zoom.</source>
        <translation>比例从 1 - zoom 到 1 + zoom。</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>of the side</source>
        <translation>边长</translation>
    </message>
    <message>
        <source>Largest shift: a random crop.</source>
        <translation>最大平移：随机裁剪。</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>Mirror half of the pairs left to right.</source>
        <translation>将一半的配对左右镜像。</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Largest change of gain and offset per channel.</source>
        <translation>每个通道增益和偏移的最大变化。</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>锐度</translation>
    </message>
    <message>
        <source>Largest blurring (-) or sharpening (+).</source>
        <translation>最大的模糊 (-) 或锐化 (+)。</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate.</source>
        <translation>学习率。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>How the rate falls: a cosine down to rate_floor, or the paper&apos;s times 0.95 every 20,000 steps.</source>
        <translation>学习率如何下降：余弦降到 rate_floor，或按论文每 20,000 步乘以 0.95。</translation>
    </message>
    <message>
        <source>Rate floor</source>
        <translation>学习率下限</translation>
    </message>
    <message>
        <source>of rate</source>
        <translation>倍学习率</translation>
    </message>
    <message>
        <source>Learning rate at the end of the cosine.</source>
        <translation>余弦结束时的学习率。</translation>
    </message>
    <message>
        <source>Betas</source>
        <translation>Betas</translation>
    </message>
    <message>
        <source>Adam&apos;s two decays.</source>
        <translation>Adam 的两个衰减系数。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>AdamW&apos;s weight decay; 0 is Adam.</source>
        <translation>AdamW 的权重衰减；0 即 Adam。</translation>
    </message>
    <message>
        <source>Warmup</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Steps of linear warm-up at the start of each stage.</source>
        <translation>每个阶段开始时线性预热的步数。</translation>
    </message>
    <message>
        <source>Discriminator rate</source>
        <translation>判别器学习率</translation>
    </message>
    <message>
        <source>Learning rate of the adversary.</source>
        <translation>对抗网络的学习率。</translation>
    </message>
    <message>
        <source>Ema</source>
        <translation>EMA</translation>
    </message>
    <message>
        <source>Decay of the averaged weights that are used in the end.</source>
        <translation>最终使用的平均权重的衰减。</translation>
    </message>
    <message>
        <source>Clip norm</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Largest gradient norm.</source>
        <translation>最大梯度范数。</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>画面尺寸</translation>
    </message>
    <message>
        <source>Picture sizes, each twice the one before; the last is the model&apos;s.</source>
        <translation>画面尺寸，每个为前一个的两倍；最后一个即模型的尺寸。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>How long, at each size.</source>
        <translation>每个尺寸训练多久。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>对</translation>
    </message>
    <message>
        <source>Pairs of frames per step (and per process).</source>
        <translation>每步（每个进程）的画面配对数。</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Least and most frames between the two pictures of a pair.</source>
        <translation>一对画面之间最少和最多的帧数。</translation>
    </message>
    <message>
        <source>Detector rate</source>
        <translation>检测器学习率</translation>
    </message>
    <message>
        <source>Learning rate of the detector; 0 keeps it as it is, and its motion generator valid.</source>
        <translation>检测器的学习率；0 保持检测器不变，其运动生成器仍然有效。</translation>
    </message>
    <message>
        <source>Grown rate</source>
        <translation>后续学习率</translation>
    </message>
    <message>
        <source>Learning rate at the sizes after the first.</source>
        <translation>首个尺寸之后的学习率。</translation>
    </message>
    <message>
        <source>Motion weight</source>
        <translation>运动权重</translation>
    </message>
    <message>
        <source>How much more changing pixels count; 0 is the paper&apos;s.</source>
        <translation>变化的像素多计多少；0 与论文相同。</translation>
    </message>
    <message>
        <source>Hard weight</source>
        <translation>困难权重</translation>
    </message>
    <message>
        <source>How much more badly drawn pixels count; 0 is the paper&apos;s.</source>
        <translation>画得差的像素多计多少；0 与论文相同。</translation>
    </message>
    <message>
        <source>Perceptual</source>
        <translation>感知</translation>
    </message>
    <message>
        <source>Weight of the perceptual loss; 0 leaves it out.</source>
        <translation>感知损失的权重；0 则不用。</translation>
    </message>
    <message>
        <source>Perceptual features</source>
        <translation>感知特征</translation>
    </message>
    <message>
        <source>Whose features it compares; auto takes VGG19 where its weights are.</source>
        <translation>比较哪个网络的特征；auto 在有 VGG19 权重时使用它。</translation>
    </message>
    <message>
        <source>Perceptual scales</source>
        <translation>感知尺度</translation>
    </message>
    <message>
        <source>Picture scales it compares at.</source>
        <translation>比较所用的画面尺度数。</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>Weight of the mean absolute error.</source>
        <translation>平均绝对误差的权重。</translation>
    </message>
    <message>
        <source>Equivariance</source>
        <translation>等变性</translation>
    </message>
    <message>
        <source>Weight of the loss by which keypoints follow a warped picture; 0 leaves it out.</source>
        <translation>使关键点跟随变形画面的损失权重；0 则不用。</translation>
    </message>
    <message>
        <source>Equivariance share</source>
        <translation>等变性比例</translation>
    </message>
    <message>
        <source>Share of the batch that is warped for it.</source>
        <translation>批量中为此变形的比例。</translation>
    </message>
    <message>
        <source>Separation</source>
        <translation>分离</translation>
    </message>
    <message>
        <source>Weight of the loss that keeps keypoints apart.</source>
        <translation>使关键点彼此分开的损失权重。</translation>
    </message>
    <message>
        <source>Separation width</source>
        <translation>分离宽度</translation>
    </message>
    <message>
        <source>half sides</source>
        <translation>半边长</translation>
    </message>
    <message>
        <source>How near is too near.</source>
        <translation>多近算太近。</translation>
    </message>
    <message>
        <source>On object</source>
        <translation>落在主体上</translation>
    </message>
    <message>
        <source>Weight of the loss that draws keypoints onto the learned mask.</source>
        <translation>把关键点拉到所学蒙版上的损失权重。</translation>
    </message>
    <message>
        <source>On object from</source>
        <translation>落在主体上，自</translation>
    </message>
    <message>
        <source>First step of that loss.</source>
        <translation>该损失的起始步。</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Moving translator: weight of the error of its moved pixels alone.</source>
        <translation>移动式转换器：仅其移动像素的误差权重。</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Moving translator: weight against drawing where the figure is: it blurs.</source>
        <translation>移动式转换器：抑制在主体处绘制的权重，绘制会变模糊。</translation>
    </message>
    <message>
        <source>Crisp</source>
        <translation>清晰</translation>
    </message>
    <message>
        <source>Moving translator: weight against undecided covers, and against large ones.</source>
        <translation>移动式转换器：抑制模棱两可和过大覆盖的权重。</translation>
    </message>
    <message>
        <source>Silhouettes</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>Moving translator: weight of the silhouettes that a world&apos;s renderer knows; 0: cover learned without labels.</source>
        <translation>移动式转换器：世界渲染器已知轮廓的权重；0 则无标注地学习覆盖。</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Moving translator: weight by which keypoints go to all parts of the figure.</source>
        <translation>移动式转换器：使关键点遍布主体各部分的权重。</translation>
    </message>
    <message>
        <source>Optical flow</source>
        <translation>光流</translation>
    </message>
    <message>
        <source>Moving translator: weight of the motion seen between neighbouring frames.</source>
        <translation>移动式转换器：相邻帧之间可见运动的权重。</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Moving translator: weight by which keypoints go along with that motion.</source>
        <translation>移动式转换器：使关键点随该运动移动的权重。</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>流</translation>
    </message>
    <message>
        <source>Moving translator: weight of the figure&apos;s true motion, see data.truth.</source>
        <translation>移动式转换器：主体真实运动的权重，见 data.truth。</translation>
    </message>
    <message>
        <source>Known every</source>
        <translation>已知间隔</translation>
    </message>
    <message>
        <source>One step of so many learns from what a renderer knows.</source>
        <translation>每隔这么多步，有一步利用渲染器的已知信息学习。</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Moving translator: weight of the true place behind the figure.</source>
        <translation>移动式转换器：主体背后真实背景的权重。</translation>
    </message>
    <message>
        <source>Gan</source>
        <translation>GAN</translation>
    </message>
    <message>
        <source>Weight of the image adversary; 0 leaves it out, the paper has 1.</source>
        <translation>图像对抗损失的权重；0 则不用，论文为 1。</translation>
    </message>
    <message>
        <source>Gan from</source>
        <translation>GAN 自</translation>
    </message>
    <message>
        <source>First step of the adversary.</source>
        <translation>对抗网络的起始步。</translation>
    </message>
    <message>
        <source>Discriminator width</source>
        <translation>判别器宽度</translation>
    </message>
    <message>
        <source>Channels of its first convolution.</source>
        <translation>其首个卷积的通道数。</translation>
    </message>
    <message>
        <source>Discriminator widest</source>
        <translation>判别器最宽处</translation>
    </message>
    <message>
        <source>Channels of its widest convolution.</source>
        <translation>其最宽卷积的通道数。</translation>
    </message>
    <message>
        <source>How long the motion generator is trained.</source>
        <translation>运动生成器训练多久。</translation>
    </message>
    <message>
        <source>sequences</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Sequences per step (and per process).</source>
        <translation>每步（每个进程）的序列数。</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>Weight of the mean absolute error of keypoints.</source>
        <translation>关键点平均绝对误差的权重。</translation>
    </message>
    <message>
        <source>Kl</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>Weight of the KL term; the paper has 1. A lower one keeps futures different.</source>
        <translation>KL 项的权重；论文为 1。较低的值使各个未来保持不同。</translation>
    </message>
    <message>
        <source>Velocity</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>times l1</source>
        <translation>倍 l1</translation>
    </message>
    <message>
        <source>Weight of the error of frame-to-frame displacements.</source>
        <translation>帧间位移误差的权重。</translation>
    </message>
    <message>
        <source>Weight of the sequence adversary; 0 leaves it out.</source>
        <translation>序列对抗损失的权重；0 则不用。</translation>
    </message>
    <message>
        <source>Largest rotation of a sequence, either way.</source>
        <translation>序列向两侧的最大旋转。</translation>
    </message>
    <message>
        <source>Least and greatest scale of a sequence.</source>
        <translation>序列的最小和最大比例。</translation>
    </message>
    <message>
        <source>Mirror half of the sequences left to right.</source>
        <translation>将一半的序列左右镜像。</translation>
    </message>
    <message>
        <source>Largest shift of a whole sequence.</source>
        <translation>整个序列的最大平移。</translation>
    </message>
    <message>
        <source>K0 noise</source>
        <translation>K0 噪声</translation>
    </message>
    <message>
        <source>Noise on the first keypoints: clips are not recognised by them.</source>
        <translation>首帧关键点上的噪声：使片段不会被其认出。</translation>
    </message>
    <message>
        <source>Other poses</source>
        <translation>其他姿态</translation>
    </message>
    <message>
        <source>Share of sequences that begin in the pose of another clip, whatever its action.</source>
        <translation>从另一片段的姿态开始的序列比例，不论其动作。</translation>
    </message>
    <message>
        <source>Fit prior</source>
        <translation>拟合先验</translation>
    </message>
    <message>
        <source>At the end, let z&apos;s usual values follow first pose and action (the paper: no); not needed with prior_layers.</source>
        <translation>最后让 z 的常见取值随首个姿态和动作而定（论文：否）；有 prior_layers 时不需要。</translation>
    </message>
    <message>
        <source>Discriminator cells</source>
        <translation>判别器单元</translation>
    </message>
    <message>
        <source>LSTM cells of the adversary; the paper has 1024.</source>
        <translation>对抗网络的 LSTM 单元数；论文为 1024。</translation>
    </message>
    <message>
        <source>Side of its pictures: 16, 32, 64, 128 or 256.</source>
        <translation>画面边长：16、32、64、128 或 256。</translation>
    </message>
    <message>
        <source>How long it is trained; 0: as many steps as the run would have for keypoints and motion.</source>
        <translation>训练多久；0 则与关键点和运动的总步数相同。</translation>
    </message>
    <message>
        <source>Clips per step (and per process).</source>
        <translation>每步（每个进程）的片段数。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Channels of its finest layers; the papers have about 64.</source>
        <translation>最细层的通道数；各论文约为 64。</translation>
    </message>
    <message>
        <source>Learning rate; 0: what the system&apos;s file says.</source>
        <translation>学习率；0 则采用系统文件中的值。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Mixed precision: no is float32.</source>
        <translation>混合精度：no 即 float32。</translation>
    </message>
    <message>
        <source>Log every</source>
        <translation>记录间隔</translation>
    </message>
    <message>
        <source>Steps between two reports of losses.</source>
        <translation>两次报告损失之间的步数。</translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation>检查点间隔</translation>
    </message>
    <message>
        <source>Steps between two checkpoints.</source>
        <translation>两个检查点之间的步数。</translation>
    </message>
    <message>
        <source>Preview every</source>
        <translation>预览间隔</translation>
    </message>
    <message>
        <source>Steps between two previews.</source>
        <translation>两次预览之间的步数。</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>验证间隔</translation>
    </message>
    <message>
        <source>Steps between two measurements on held-out clips, by which the best checkpoint is chosen; 0: never.</source>
        <translation>两次在留出片段上测量之间的步数，据此选出最佳检查点；0 为从不。</translation>
    </message>
    <message>
        <source>N keypoints</source>
        <translation>关键点数</translation>
    </message>
    <message>
        <source>Keypoints the detector finds.</source>
        <translation>检测器找到的关键点数。</translation>
    </message>
    <message>
        <source>Translator</source>
        <translation>转换器</translation>
    </message>
    <message>
        <source>drawing: the paper&apos;s, which draws the whole figure; moving: moves the photo&apos;s own pixels, and draws what they lack.</source>
        <translation>drawing：论文的方式，绘制整个主体；moving：移动照片自身的像素，并绘制缺失的部分。</translation>
    </message>
    <message>
        <source>Trunk</source>
        <translation>主干</translation>
    </message>
    <message>
        <source>Eyes that have seen photographs, for detector and moving translator: early stages of an ImageNet classifier.</source>
        <translation>见过实拍照片的“眼睛”，供检测器和移动式转换器使用：ImageNet 分类器的前几级。</translation>
    </message>
    <message>
        <source>Source keypoints</source>
        <translation>源关键点</translation>
    </message>
    <message>
        <source>Show the translator the source&apos;s keypoints too: off is Base, on is Base + k.</source>
        <translation>让转换器也看到源的关键点：关为 Base，开为 Base + k。</translation>
    </message>
    <message>
        <source>Background mask</source>
        <translation>背景蒙版</translation>
    </message>
    <message>
        <source>Predict a mask that keeps the background: + bg.</source>
        <translation>预测保留背景的蒙版：+ bg。</translation>
    </message>
    <message>
        <source>Softargmax</source>
        <translation>Softargmax</translation>
    </message>
    <message>
        <source>joint: one softmax over the map; marginal: the paper&apos;s, one per axis.</source>
        <translation>joint：对整张图做一次 softmax；marginal：论文方式，每轴一次。</translation>
    </message>
    <message>
        <source>Softargmax scale</source>
        <translation>Softargmax 系数</translation>
    </message>
    <message>
        <source>Factor on the scores before the softmax.</source>
        <translation>softmax 之前得分的系数。</translation>
    </message>
    <message>
        <source>Carried stages</source>
        <translation>携带级数</translation>
    </message>
    <message>
        <source>Translator stages that see source features carried along by the keypoints; 0 is the paper&apos;s.</source>
        <translation>能看到由关键点携带的源特征的转换器级数；0 与论文相同。</translation>
    </message>
    <message>
        <source>Gaussian inv std</source>
        <translation>高斯窄度</translation>
    </message>
    <message>
        <source>per half side</source>
        <translation>每半边长</translation>
    </message>
    <message>
        <source>Inverse width of the keypoints&apos; Gaussians.</source>
        <translation>关键点高斯宽度的倒数。</translation>
    </message>
    <message>
        <source>Gaussian stages</source>
        <translation>高斯级数</translation>
    </message>
    <message>
        <source>Translator stages that see the Gaussians; the paper: the first.</source>
        <translation>能看到高斯图的转换器级数；论文：第一级。</translation>
    </message>
    <message>
        <source>Z size</source>
        <translation>z 的维数</translation>
    </message>
    <message>
        <source>Size of the latent.</source>
        <translation>潜变量的维数。</translation>
    </message>
    <message>
        <source>N frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>Future frames.</source>
        <translation>未来的帧数。</translation>
    </message>
    <message>
        <source>Detector size</source>
        <translation>检测器尺寸</translation>
    </message>
    <message>
        <source>Side at which the detector looks.</source>
        <translation>检测器所看画面的边长。</translation>
    </message>
    <message>
        <source>Detector encoder</source>
        <translation>检测器编码器</translation>
    </message>
    <message>
        <source>Channels of the detector at strides 1, 2, 4, ...</source>
        <translation>检测器在步幅 1、2、4、... 处的通道数</translation>
    </message>
    <message>
        <source>Detector decoder</source>
        <translation>检测器解码器</translation>
    </message>
    <message>
        <source>Channels of its decoder, coarsest first.</source>
        <translation>其解码器的通道数，最粗级在先。</translation>
    </message>
    <message>
        <source>Detector depths</source>
        <translation>检测器深度</translation>
    </message>
    <message>
        <source>Convolutions per stage of that decoder.</source>
        <translation>该解码器每级的卷积数。</translation>
    </message>
    <message>
        <source>Image encoder</source>
        <translation>图像编码器</translation>
    </message>
    <message>
        <source>Channels of the image encoder at strides 1, 2, 4, ...</source>
        <translation>图像编码器在步幅 1、2、4、... 处的通道数</translation>
    </message>
    <message>
        <source>Translator widths</source>
        <translation>转换器宽度</translation>
    </message>
    <message>
        <source>Channels of the translator&apos;s stages, coarsest first.</source>
        <translation>转换器各级的通道数，最粗级在先。</translation>
    </message>
    <message>
        <source>Translator depths</source>
        <translation>转换器深度</translation>
    </message>
    <message>
        <source>Convolutions per stage of the translator.</source>
        <translation>转换器每级的卷积数。</translation>
    </message>
    <message>
        <source>Lstm cells</source>
        <translation>LSTM 单元</translation>
    </message>
    <message>
        <source>LSTM cells of the motion generator, where it has any.</source>
        <translation>运动生成器的 LSTM 单元数（若有）。</translation>
    </message>
    <message>
        <source>Motion code</source>
        <translation>运动码</translation>
    </message>
    <message>
        <source>Size of the code that starts its decoder.</source>
        <translation>其解码器起始编码的维数。</translation>
    </message>
    <message>
        <source>Motion clock</source>
        <translation>运动时钟</translation>
    </message>
    <message>
        <source>Waves of time its decoder sees; 0 is the paper&apos;s.</source>
        <translation>其解码器看到的时间波数；0 与论文相同。</translation>
    </message>
    <message>
        <source>Motion waves</source>
        <translation>运动波数</translation>
    </message>
    <message>
        <source>Cosines that make up a keypoint&apos;s course, by a dense motion generator; 0 is the paper&apos;s LSTM.</source>
        <translation>密集运动生成器中构成关键点路径的余弦数；0 为论文的 LSTM。</translation>
    </message>
    <message>
        <source>Motion width</source>
        <translation>运动宽度</translation>
    </message>
    <message>
        <source>Units of its layers.</source>
        <translation>其各层的单元数。</translation>
    </message>
    <message>
        <source>Prior layers</source>
        <translation>先验层数</translation>
    </message>
    <message>
        <source>Layers that learn which z belong to a first pose and an action; 0 is the paper&apos;s.</source>
        <translation>学习哪些 z 属于某首个姿态和动作的层数；0 与论文相同。</translation>
    </message>
    <message>
        <source>Prior spread</source>
        <translation>先验扩展</translation>
    </message>
    <message>
        <source>How far z is spread before these layers: above 1, futures differ more; 1 is the paper&apos;s.</source>
        <translation>z 在这些层之前的扩展程度：大于 1 时各个未来差异更大；1 与论文相同。</translation>
    </message>
    <message>
        <source>Motion residual</source>
        <translation>运动残差</translation>
    </message>
    <message>
        <source>Predict displacements from the first keypoints instead of places.</source>
        <translation>预测相对首帧关键点的位移，而不是位置。</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Padding at stride 2.</source>
        <translation>步幅为 2 时的填充。</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>上采样</translation>
    </message>
    <message>
        <source>Rule of the bilinear upsampling.</source>
        <translation>双线性上采样的规则。</translation>
    </message>
    <message>
        <source>Rectified linear</source>
        <translation>线性层整流</translation>
    </message>
    <message>
        <source>Rectify the motion generator&apos;s linear layers, as the authors&apos; code does.</source>
        <translation>像作者代码那样对运动生成器的线性层整流。</translation>
    </message>
    <message>
        <source>Type a whole number.</source>
        <translation>请输入整数。</translation>
    </message>
    <message>
        <source>Type whole numbers with commas between.</source>
        <translation>请输入以逗号分隔的整数。</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>请输入数字。</translation>
    </message>
    <message>
        <source>Type numbers with commas between.</source>
        <translation>请输入以逗号分隔的数字。</translation>
    </message>
    <message>
        <source>Choose one of {choices}.</source>
        <translation>请从以下选择一项：{choices}。</translation>
    </message>
    <message>
        <source>At least {limit:g}.</source>
        <translation>至少为 {limit:g}。</translation>
    </message>
    <message>
        <source>At most {limit:g}.</source>
        <translation>至多为 {limit:g}。</translation>
    </message>
    <message>
        <source>At least {limit:g} {unit}.</source>
        <translation>至少为 {limit:g} {unit}。</translation>
    </message>
    <message>
        <source>At most {limit:g} {unit}.</source>
        <translation>至多为 {limit:g} {unit}。</translation>
    </message>
    <message>
        <source>What these words mean</source>
        <translation>这些词的含义</translation>
    </message>
    <message>
        <source>Install imageio-ffmpeg again, or export .webp or .png, which do without.</source>
        <translation>请重新安装 imageio-ffmpeg，或导出不需要它的 .webp 或 .png。</translation>
    </message>
    <message>
        <source>Overlays and what stands beside are drawn at the model&apos;s size only.</source>
        <translation>叠加层和旁边的内容只能以模型的尺寸绘制。</translation>
    </message>
    <message>
        <source>Leave them out, or the photo&apos;s size.</source>
        <translation>请去掉它们，或不用照片的尺寸。</translation>
    </message>
    <message>
        <source>There is no {beside} to stand beside a clip.</source>
        <translation>没有可以放在片段旁边的 {beside}。</translation>
    </message>
    <message>
        <source>Choose from {choices}.</source>
        <translation>请从中选择：{choices}。</translation>
    </message>
    <message>
        <source>There is nothing in that part of the picture.</source>
        <translation>图片的这一部分是空的。</translation>
    </message>
    <message>
        <source>Give left, top, right, bottom from 0 to 1.</source>
        <translation>请给出 0 到 1 之间的左、上、右、下。</translation>
    </message>
    <message>
        <source>A palette of {colours} colours cannot be made.</source>
        <translation>无法制作 {colours} 种颜色的调色板。</translation>
    </message>
    <message>
        <source>Give a number from 2 to 256.</source>
        <translation>请给出 2 到 256 之间的数。</translation>
    </message>
    <message>
        <source>There is no dither {dither}.</source>
        <translation>没有名为 {dither} 的抖动方式。</translation>
    </message>
    <message>
        <source>{name} names no known format.</source>
        <translation>{name} 不是已知的格式。</translation>
    </message>
    <message>
        <source>End it with one of {choices}.</source>
        <translation>请以其中之一结尾：{choices}。</translation>
    </message>
    <message>
        <source>There is no overlay {value}.</source>
        <translation>没有名为 {value} 的叠加层。</translation>
    </message>
    <message>
        <source>The scale {scale} cannot be used.</source>
        <translation>无法使用缩放 {scale}。</translation>
    </message>
    <message>
        <source>Give a whole number from 1 to {max_scale}.</source>
        <translation>请给出 1 到 {max_scale} 之间的整数。</translation>
    </message>
    <message>
        <source>The folder {parent} does not exist.</source>
        <translation>文件夹 {parent} 不存在。</translation>
    </message>
    <message>
        <source>Create it, or choose another.</source>
        <translation>请创建它，或选择另一个。</translation>
    </message>
    <message>
        <source>Choose another name, or have it replaced.</source>
        <translation>请选择另一个名称，或允许替换。</translation>
    </message>
    <message>
        <source>{fps} frames per second cannot be written.</source>
        <translation>无法以每秒 {fps} 帧写入。</translation>
    </message>
    <message>
        <source>Give a number from 0.1 to 240.</source>
        <translation>请给出 0.1 到 240 之间的数。</translation>
    </message>
    <message>
        <source>{name} could not be written: the disk is full.</source>
        <translation>无法写入 {name}：磁盘已满。</translation>
    </message>
    <message>
        <source>Free some space or choose another.</source>
        <translation>请腾出一些空间，或选择另一个磁盘。</translation>
    </message>
    <message>
        <source>It needs an object with &quot;keypoints&quot;: a list of frames, each a list of [x, y].</source>
        <translation>需要一个含有 &quot;keypoints&quot; 的对象：帧的列表，每帧是 [x, y] 的列表。</translation>
    </message>
    <message>
        <source>It needs the columns frame, keypoint, x and y, and a row for each keypoint of each frame from 1.</source>
        <translation>需要 frame、keypoint、x 和 y 各列，以及从第 1 帧起每帧每个关键点的一行。</translation>
    </message>
    <message>
        <source>{name} has a coordinate that is no finite number.</source>
        <translation>{name} 中有一个坐标不是有限的数。</translation>
    </message>
    <message>
        <source>Use numbers from -1 to 1.</source>
        <translation>请使用 -1 到 1 之间的数。</translation>
    </message>
    <message>
        <source>The keypoints of {name} have shape {value}.</source>
        <translation>{name} 的关键点形状为 {value}。</translation>
    </message>
    <message>
        <source>{name} has more frames or keypoints than a clip can have.</source>
        <translation>{name} 的帧或关键点多于一个片段所能有的。</translation>
    </message>
    <message>
        <source>{name} has no frame after the photo.</source>
        <translation>{name} 在照片之后没有任何帧。</translation>
    </message>
    <message>
        <source>{name} has no column {value}.</source>
        <translation>{name} 没有 {value} 列。</translation>
    </message>
    <message>
        <source>{name} is no file.</source>
        <translation>{name} 不是文件。</translation>
    </message>
    <message>
        <source>Choose a .csv or .json of keypoints.</source>
        <translation>请选择一个关键点的 .csv 或 .json。</translation>
    </message>
    <message>
        <source>{name} is larger than 16 MB.</source>
        <translation>{name} 大于 16 MB。</translation>
    </message>
    <message>
        <source>Choose a table of keypoints.</source>
        <translation>请选择一个关键点的表格。</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {reason}.</source>
        <translation>无法打开 {name}：{reason}。</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>请检查路径。</translation>
    </message>
    <message>
        <source>{name} is no text.</source>
        <translation>{name} 不是文本。</translation>
    </message>
    <message>
        <source>{name} has no list of keypoints.</source>
        <translation>{name} 没有关键点的列表。</translation>
    </message>
    <message>
        <source>Line {line_num} of {name} has something that is no number.</source>
        <translation>{name} 的第 {line_num} 行中有不是数的内容。</translation>
    </message>
    <message>
        <source>Line {line_num} of {name} is no line of a table.</source>
        <translation>{name} 的第 {line_num} 行不是表格的行。</translation>
    </message>
    <message>
        <source>Line {line_num} of {name} counts out of bounds.</source>
        <translation>{name} 的第 {line_num} 行编号超出范围。</translation>
    </message>
    <message>
        <source>{name} lacks keypoint {k} of frame {frame}.</source>
        <translation>{name} 缺少第 {frame} 帧的关键点 {k}。</translation>
    </message>
    <message>
        <source>{name} already holds frames.</source>
        <translation>{name} 中已经有帧。</translation>
    </message>
    <message>
        <source>Choose another folder, or have them replaced.</source>
        <translation>请选择另一个文件夹，或允许替换它们。</translation>
    </message>
    <message>
        <source>Save it as JPEG or PNG and try again.</source>
        <translation>请另存为 JPEG 或 PNG 后再试。</translation>
    </message>
    <message>
        <source>Copy or download it again, or choose another.</source>
        <translation>请重新复制或下载，或选择另一个。</translation>
    </message>
    <message>
        <source>The crop {x},{y},{size} does not lie inside the photo of {width} x {height} pixels.</source>
        <translation>裁剪 {x},{y},{size} 不在 {width} x {height} 像素的照片之内。</translation>
    </message>
    <message>
        <source>Give the left and top corner and the side of a square within it.</source>
        <translation>请给出其中一个正方形的左上角和边长。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} 是空的。</translation>
    </message>
    <message>
        <source>{count} frames</source>
        <translation>{count} 帧</translation>
    </message>
    <message>
        <source>one frame</source>
        <translation>一帧</translation>
    </message>
    <message>
        <source>{name} has {many}, and no frame {index}.</source>
        <translation>{name} 有{many}，没有第 {index} 帧。</translation>
    </message>
    <message>
        <source>Choose one from 0 to {value}.</source>
        <translation>请选择 0 到 {value} 之间的一帧。</translation>
    </message>
    <message>
        <source>The array is {dtype} {value}.</source>
        <translation>数组为 {dtype} {value}。</translation>
    </message>
    <message>
        <source>Give a picture as uint8 [H, W, 3].</source>
        <translation>请以 uint8 [H, W, 3] 给出图片。</translation>
    </message>
    <message>
        <source>The array has {width} x {height} pixels.</source>
        <translation>数组有 {width} x {height} 像素。</translation>
    </message>
    <message>
        <source>Give at most {value} megapixels.</source>
        <translation>最多 {value} 百万像素。</translation>
    </message>
    <message>
        <source>{name} is a folder.</source>
        <translation>{name} 是一个文件夹。</translation>
    </message>
    <message>
        <source>Choose one picture in it.</source>
        <translation>请选择其中的一张图片。</translation>
    </message>
    <message>
        <source>{name} is not a file.</source>
        <translation>{name} 不是文件。</translation>
    </message>
    <message>
        <source>Choose a picture.</source>
        <translation>请选择一张图片。</translation>
    </message>
    <message>
        <source>Check the path, and that you may read it.</source>
        <translation>请检查路径，以及您是否有权读取。</translation>
    </message>
    <message>
        <source>{name} is not a picture or video that can be read.</source>
        <translation>{name} 不是可以读取的图片或视频。</translation>
    </message>
    <message>
        <source>{name} is too large to be decoded.</source>
        <translation>{name} 太大，无法解码。</translation>
    </message>
    <message>
        <source>Scale it below {value} megapixels.</source>
        <translation>请缩小到 {value} 百万像素以下。</translation>
    </message>
    <message>
        <source>There is not enough memory to open {name}.</source>
        <translation>内存不足，无法打开 {name}。</translation>
    </message>
    <message>
        <source>Close other programs or scale it down.</source>
        <translation>请关闭其他程序，或把它缩小。</translation>
    </message>
    <message>
        <source>{name} is damaged or cut off.</source>
        <translation>{name} 已损坏或不完整。</translation>
    </message>
    <message>
        <source>{name} has {width} x {height} pixels, which is more than this program opens.</source>
        <translation>{name} 有 {width} x {height} 像素，超出本程序能打开的大小。</translation>
    </message>
    <message>
        <source>{name} holds no video that can be read.</source>
        <translation>{name} 中没有可以读取的视频。</translation>
    </message>
    <message>
        <source>It may be cut off; try another.</source>
        <translation>它可能不完整；请试另一个。</translation>
    </message>
    <message>
        <source>{name} has {count} frames, and no frame {index}.</source>
        <translation>{name} 有 {count} 帧，没有第 {index} 帧。</translation>
    </message>
    <message>
        <source>Check that it is still there.</source>
        <translation>请检查它是否还在。</translation>
    </message>
    <message>
        <source>{name} cannot be opened as a video: {error}.</source>
        <translation>无法把 {name} 作为视频打开：{error}。</translation>
    </message>
    <message>
        <source>Install imageio-ffmpeg, or use a picture.</source>
        <translation>请安装 imageio-ffmpeg，或使用图片。</translation>
    </message>
    <message>
        <source>{name} describes its tensor {value!r} wrongly.</source>
        <translation>{name} 对张量 {value!r} 的描述有误。</translation>
    </message>
    <message>
        <source>{name} changed while it was read.</source>
        <translation>{name} 在读取时发生了变化。</translation>
    </message>
    <message>
        <source>Open it again.</source>
        <translation>请重新打开。</translation>
    </message>
    <message>
        <source>The model is too large for a bundle (512 MiB).</source>
        <translation>模型太大，无法存为模型文件（512 MiB）。</translation>
    </message>
    <message>
        <source>Choose smaller networks.</source>
        <translation>请选择更小的网络。</translation>
    </message>
    <message>
        <source>{name} is {dtype}, not floating point.</source>
        <translation>{name} 是 {dtype}，不是浮点数。</translation>
    </message>
    <message>
        <source>Save the networks&apos; own tensors.</source>
        <translation>请保存网络自己的张量。</translation>
    </message>
    <message>
        <source>{name} holds values that are not finite.</source>
        <translation>{name} 中有不是有限数的值。</translation>
    </message>
    <message>
        <source>Go back to an earlier checkpoint.</source>
        <translation>请回到更早的检查点。</translation>
    </message>
    <message>
        <source>{name} is larger than 512 MiB, too large for a model file.</source>
        <translation>{name} 大于 512 MiB，对模型文件来说太大。</translation>
    </message>
    <message>
        <source>{name} is not a model file, or is cut short.</source>
        <translation>{name} 不是模型文件，或不完整。</translation>
    </message>
    <message>
        <source>{name} was not written by this program: it has no model card.</source>
        <translation>{name} 不是由本程序写入的：没有模型卡。</translation>
    </message>
    <message>
        <source>{name} holds {count} tensors.</source>
        <translation>{name} 含有 {count} 个张量。</translation>
    </message>
    <message>
        <source>{name} is cut short or has bytes too many.</source>
        <translation>{name} 不完整，或多出了字节。</translation>
    </message>
    <message>
        <source>{name} stores {tensor!r} as {kind}, not F32 or F16.</source>
        <translation>{name} 以 {kind} 存储 {tensor!r}，而不是 F32 或 F16。</translation>
    </message>
    <message>
        <source>{name} holds weights that are not finite.</source>
        <translation>{name} 中有不是有限数的权重。</translation>
    </message>
    <message>
        <source>{value} is a folder or device, not a file.</source>
        <translation>{value} 是文件夹或设备，不是文件。</translation>
    </message>
    <message>
        <source>Choose a {suffix} file.</source>
        <translation>请选择一个 {suffix} 文件。</translation>
    </message>
    <message>
        <source>The header of {name} is damaged.</source>
        <translation>{name} 的文件头已损坏。</translation>
    </message>
    <message>
        <source>The tensors of {name} overlap or leave gaps.</source>
        <translation>{name} 的张量重叠或有空隙。</translation>
    </message>
    <message>
        <source>{name} could not be read to its end.</source>
        <translation>无法把 {name} 读到结尾。</translation>
    </message>
    <message>
        <source>Open its backup {name}.</source>
        <translation>请打开它的备份 {name}。</translation>
    </message>
    <message>
        <source>{name} holds more than a project can.</source>
        <translation>{name} 的内容超出一个项目的容量。</translation>
    </message>
    <message>
        <source>{name} is not a project.</source>
        <translation>{name} 不是项目。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>无法读取 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} is not a project, or is damaged.</source>
        <translation>{name} 不是项目，或已损坏。</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>请检查磁盘。</translation>
    </message>
    <message>
        <source>{name} in {name2} is damaged.</source>
        <translation>{name2} 中的 {name} 已损坏。</translation>
    </message>
    <message>
        <source>The photo {name} in the project is not the one it was.</source>
        <translation>项目中的照片 {name} 已不是原来的那张。</translation>
    </message>
    <message>
        <source>Choose a project that this program saved, or one of its backups.</source>
        <translation>请选择由本程序保存的项目，或它的一个备份。</translation>
    </message>
    <message>
        <source>This is no project of KPVP Studio.</source>
        <translation>这不是 KPVP Studio 的项目。</translation>
    </message>
    <message>
        <source>The clip {id} names other actions than it weighs.</source>
        <translation>片段 {id} 列出的动作与其权重不符。</translation>
    </message>
    <message>
        <source>There is no project.json.</source>
        <translation>没有 project.json。</translation>
    </message>
    <message>
        <source>The project&apos;s project.json is no text.</source>
        <translation>项目的 project.json 不是文本。</translation>
    </message>
    <message>
        <source>The project lacks {name}.</source>
        <translation>项目缺少 {name}。</translation>
    </message>
    <message>
        <source>{what} could not be saved: {reason}.</source>
        <translation>无法保存{what}：{reason}。</translation>
    </message>
    <message>
        <source>Save as another file, or in another folder.</source>
        <translation>请另存为其他文件，或存到另一个文件夹。</translation>
    </message>
    <message>
        <source>{name} was changed by another program since it was opened.</source>
        <translation>{name} 打开之后被另一个程序更改了。</translation>
    </message>
    <message>
        <source>{what} could not be saved: the disk is full.</source>
        <translation>无法保存{what}：磁盘已满。</translation>
    </message>
    <message>
        <source>Free some space; nothing else was lost.</source>
        <translation>请腾出一些空间；其他内容没有丢失。</translation>
    </message>
    <message>
        <source>Your latest work</source>
        <translation>您最近的工作</translation>
    </message>
    <message>
        <source>Close other programs, or choose the CPU as device.</source>
        <translation>请关闭其他程序，或选择 CPU 作为设备。</translation>
    </message>
    <message>
        <source>Ask for fewer frames at a time, or leave their number open.</source>
        <translation>请减少每次的帧数，或不指定帧数。</translation>
    </message>
    <message>
        <source>The memory of {device} ran out while rendering one frame.</source>
        <translation>渲染一帧时 {device} 的内存用尽了。</translation>
    </message>
    <message>
        <source>The memory of {device} ran out with {size} frames at a time.</source>
        <translation>每次渲染 {size} 帧时 {device} 的内存用尽了。</translation>
    </message>
    <message>
        <source>This can be trained on.</source>
        <translation>可以用来训练。</translation>
    </message>
    <message>
        <source>{left_out} of what was found is left out; see the problems. {advice}</source>
        <translation>找到的内容中有 {left_out} 个被略去；请看问题列表。{advice}</translation>
    </message>
    <message>
        <source>No clip can be used. {how}</source>
        <translation>没有可用的片段。{how}</translation>
    </message>
    <message>
        <source>There is only one clip: a model learns to repeat it, and nothing is left to judge it on. Add more.</source>
        <translation>只有一个片段：模型只会学着重复它，也没有剩下的可用来评判。请添加更多。</translation>
    </message>
    <message>
        <source>There are {usable} clips: enough to try things; a model that knows new photos needs more.</source>
        <translation>有 {usable} 个片段：足以尝试；要让模型认识新的照片还需要更多。</translation>
    </message>
    <message>
        <source>{short} clips have fewer than {frames} frames: their motion is filled in between.</source>
        <translation>{short} 个片段少于 {frames} 帧：其间的运动会被补上。</translation>
    </message>
    <message>
        <source>The classes are uneven: {many} clips of {most}, {few} of {least}.</source>
        <translation>各类别不均衡：{most} 有 {many} 个片段，{least} 有 {few} 个。</translation>
    </message>
    <message>
        <source>Portrait and landscape are mixed: of each the middle square is used.</source>
        <translation>横竖画面混在一起：每个都取中间的正方形。</translation>
    </message>
    <message>
        <source>Some clips are very large: decoding them once will take a while.</source>
        <translation>有些片段很大：解码一遍需要一些时间。</translation>
    </message>
    <message>
        <source>Give a folder with CLASS/clip.mp4 (or .avi, .mov, .webm, .gif, .webp), CLASS/clip/0001.jpg, or just clips.</source>
        <translation>请给出一个文件夹，内含 类别/clip.mp4（或 .avi、.mov、.webm、.gif、.webp）、类别/clip/0001.jpg，或只有片段。</translation>
    </message>
</context>
</TS>
