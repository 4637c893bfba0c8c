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
        <source>Looking…</source>
        <translation>正在查看…</translation>
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
        <source>The seed is locked, and its future is here already.</source>
        <translation>种子已锁定，对应的未来已经在这里。</translation>
    </message>
    <message>
        <source>Unlock the seed for another one.</source>
        <translation>解锁种子即可得到另一个。</translation>
    </message>
    <message>
        <source>Something went wrong inside the studio; your work is intact.</source>
        <translation>程序内部出了问题；您的工作完好无损。</translation>
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
        <translation>您将看到一张照片和由它生成的片段，顺序随机。请排序，最好的放在左边。每个排名都会立即保存；可以随时停止，以后用同一名字继续。</translation>
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
        <translation>所有排名已保存。可由另一位评分者或您再次开始。</translation>
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
        <translation>您在此生成的内容会保留；请另存为其他文件。</translation>
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
        <translation>您生成的每个片段
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
        <translation>它会变成您所选动作的 32 帧片段。</translation>
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
        <translation>教模型认识您照片中的内容</translation>
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
</context>
</TS>
